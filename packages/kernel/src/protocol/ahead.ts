import type { ConvertedAhead } from "../compiler/services";
import { Promise } from "../originals";

interface Expected {
  coming: Promise<ConvertedAhead | undefined>;
  arrive(converted: ConvertedAhead | undefined): void;
}

/** Cells that are compiled before they are asked for, on their way here. */
export class Ahead {
  private readonly expected = new Map<string, Expected>();

  /** Notes that a request's cell is being compiled. */
  expect(request: string): void {
    let arrive!: Expected["arrive"];
    const coming = new Promise<ConvertedAhead | undefined>((resolve) => (arrive = resolve));
    this.expected.set(request, { coming, arrive });
  }

  /** Takes in a compiled cell; or that it could not be compiled yet. */
  arrive(request: string, converted: ConvertedAhead | undefined): void {
    this.expected.get(request)?.arrive(converted);
  }

  /** Whether a request's cell is on its way, or has come and has not been taken. */
  has(request: string): boolean {
    return this.expected.has(request);
  }

  /** Waits for a request's cell; undefined if it is not compiled. */
  async take(request: string): Promise<ConvertedAhead | undefined> {
    const converted = await this.expected.get(request)?.coming;
    this.expected.delete(request);
    return converted;
  }
}
