import { readFileSync } from "node:fs";

/** The content of a connection file. */
export interface Connection {
  transport: string;
  ip: string;
  key: string;
  signature_scheme?: string;
  shell_port: number;
  control_port: number;
  stdin_port: number;
  iopub_port: number;
  hb_port: number;
}

/**
 * Reads a connection file.
 *
 * @throws Error if it lacks a port, or asks for a signature other than hmac-sha256.
 */
export function readConnection(path: string): Connection {
  const connection = JSON.parse(readFileSync(path, "utf8")) as Connection;
  for (const name of ["shell", "control", "stdin", "iopub", "hb"] as const) {
    const port = connection[`${name}_port`];
    if (!Number.isInteger(port))
      throw new Error(`${path}: ${name}_port is ${String(port)}, expected a port number`);
  }
  const scheme = connection.signature_scheme ?? "hmac-sha256";
  if (scheme !== "hmac-sha256") throw new Error(`${path}: signature scheme ${scheme}, expected hmac-sha256`);
  return connection;
}

/** The address of one of a connection's sockets. */
export function address({ transport, ip }: Connection, port: number): string {
  return transport === "ipc" ? `ipc://${ip}-${port}` : `${transport}://${ip}:${port}`;
}
