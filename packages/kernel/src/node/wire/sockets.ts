import { Reply, Router, XPublisher } from "zeromq";
import type { Channel, Message, Outgoing } from "../../protocol/message";
import { address, type Connection } from "./connection";
import { decode, encode, WireError } from "./framing";
import { report } from "./report";
import { Outbox } from "./outbox";

const unlimited = { sendHighWaterMark: 0, receiveHighWaterMark: 0, linger: 1000 };
/** A front end that connects anew with its old identity is heard, even while its old connection stands. */
const routing = { ...unlimited, handover: true };

/** The five sockets of a kernel. */
export class Sockets {
  private readonly heartbeat = new Reply();
  private readonly iopub = new XPublisher({ ...unlimited, verbosity: "allSubs" });
  private readonly routers = {
    shell: new Router(routing),
    control: new Router(routing),
    stdin: new Router(routing),
  };
  private readonly outboxes: Record<Channel, Outbox> = {
    iopub: new Outbox(this.iopub),
    shell: new Outbox(this.routers.shell),
    control: new Outbox(this.routers.control),
    stdin: new Outbox(this.routers.stdin),
  };

  constructor(
    private readonly connection: Connection,
    private readonly receive: (message: Message) => void,
    private readonly subscribed: (topic: Uint8Array) => void,
  ) {}

  /** Opens the sockets and starts to receive. */
  async bind(): Promise<void> {
    const { connection, routers } = this;
    await Promise.all([
      this.heartbeat.bind(address(connection, connection.hb_port)),
      this.iopub.bind(address(connection, connection.iopub_port)),
      routers.shell.bind(address(connection, connection.shell_port)),
      routers.control.bind(address(connection, connection.control_port)),
      routers.stdin.bind(address(connection, connection.stdin_port)),
    ]);
    void this.beat();
    void this.greet();
    for (const channel of ["shell", "control", "stdin"] as const) void this.listen(channel);
  }

  send(message: Outgoing): void {
    this.outboxes[message.channel].put(encode(message, this.connection.key));
  }

  /** Waits until everything sent is with the sockets, then closes them. */
  async close(): Promise<void> {
    await Promise.all(Object.values(this.outboxes).map((outbox) => outbox.drained()));
    for (const socket of [this.heartbeat, this.iopub, ...Object.values(this.routers)]) socket.close();
  }

  private async beat(): Promise<void> {
    for await (const frames of this.heartbeat) await this.heartbeat.send(frames);
  }

  private async greet(): Promise<void> {
    for await (const [frame] of this.iopub) {
      if (frame && frame[0] === 1) this.subscribed(frame.subarray(1));
    }
  }

  private async listen(channel: "shell" | "control" | "stdin"): Promise<void> {
    for await (const frames of this.routers[channel]) {
      try {
        this.receive(decode(frames, this.connection.key, channel));
      } catch (error) {
        if (!(error instanceof WireError)) throw error;
        report(`dropped a message on ${channel}: ${error.message}`);
      }
    }
  }
}
