/** The process is gone: this call and every later one fail, so nothing is tidied up either. */
export class Killed extends Error {}

/** Ports that die at their n-th call; files and handles that they give out count too. */
export class DyingPorts<Ports extends object> {
  readonly ports: Ports;
  /** What was open when the process died; closed by the test once it has looked. */
  readonly #opened: (() => unknown)[] = [];
  #callsLeft: number;

  constructor(ports: Ports, callsLeft: number) {
    this.#callsLeft = callsLeft;
    const wrapped = Object.entries(ports).map(([role, port]) => [role, this.#wrap(port)]);
    this.ports = Object.fromEntries(wrapped) as Ports;
  }

  async bury(): Promise<void> {
    for (const close of this.#opened) await close();
  }

  #wrap<Given extends object>(given: Given): Given {
    return new Proxy(given, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name, target);
        return typeof member === 'function' ? this.#dying(target, member) : member;
      },
    });
  }

  #dying(target: object, method: unknown) {
    return (...given: unknown[]) => {
      this.#callsLeft -= 1;
      if (this.#callsLeft < 0) throw new Killed();
      const result: unknown = Reflect.apply(method as () => unknown, target, given);
      return result instanceof Promise ? result.then((value) => this.#opening(value)) : this.#opening(result);
    };
  }

  #opening(result: unknown): unknown {
    if (typeof result !== 'object' || result === null) return result;
    const close = 'close' in result ? result.close : 'discard' in result ? result.discard : undefined;
    if (typeof close !== 'function' || Symbol.asyncIterator in result) return result;
    this.#opened.push(() => close.call(result));
    return this.#wrap(result);
  }
}
