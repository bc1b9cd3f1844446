import { describe } from "../array/options";
import { hasFiles } from "./fileSystem";
import { readFile } from "./reading";
import { checkPath } from "./writing";

/** Tells whether a source is an address, not the name of a file. */
export const isAddress = (source: string): boolean => /^(https?|file|data):/.test(source);

/** The network gave no answer, or not the file. */
export class FetchError extends Error {
  override get name(): string {
    return "FetchError";
  }

  constructor(
    message: string,
    /** What the server answered; undefined where nobody did. */
    readonly status: number | undefined,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Why nobody answered: the innermost message. */
function causeOf(error: unknown): string {
  const { cause, code, message } = error as { cause?: unknown; code?: string; message?: string };
  if (cause !== undefined && cause !== null) return causeOf(cause);
  return message || (code ?? String(error));
}

/**
 * Reads the bytes at an address.
 *
 * @param functionName - On whose behalf.
 * @param address - The address.
 * @throws FetchError if nobody answers, or the answer is not the file.
 */
export async function fetchBytes(functionName: string, address: string): Promise<Uint8Array> {
  let answer: Response;
  try {
    answer = await fetch(address);
  } catch (error) {
    const problem = `nobody answers (${causeOf(error)})`;
    throw new FetchError(`${functionName}: could not read ${address}: ${problem}`, undefined, {
      cause: error,
    });
  }
  if (!answer.ok) {
    const problem = `the server says ${`${answer.status} ${answer.statusText}`.trim()}`;
    throw new FetchError(`${functionName}: could not read ${address}: ${problem}`, answer.status);
  }
  return new Uint8Array(await answer.arrayBuffer());
}

/**
 * Reads the bytes of a file, or those at an address.
 *
 * @param functionName - On whose behalf.
 * @param source - The name of a file, or an address.
 * @throws TypeError if `source` is not a string; Error if there is nothing to read.
 */
export async function readSource(functionName: string, source: unknown): Promise<Uint8Array> {
  const name = checkPath(functionName, source);
  if (isAddress(name)) return fetchBytes(functionName, name);
  if (hasFiles()) return readFile(functionName, name);
  throw new Error(`${functionName}: expected an address in a browser, got ${describe(name)}`);
}
