import type { Content, Draft, Message } from "../messages/message";
import { Interrupted } from "../run/evaluate";
import { reportThrown, type ErrorReport } from "../run/errors";
import { handlersOf, type Handlers } from "./handlers";
import { Cell, currentCell, inCell, setLatestCell } from "./cell";
import { Comms } from "./comms";
import type { Parts } from "./parts";
import { Input } from "./input";

/**
 * A conversation with Jupyter. Cells are run one after the other; what asks about code, comms and history is answered
 * meanwhile.
 */
export class Session {
  readonly comms: Comms;
  readonly input: Input;
  private readonly handlers: Handlers;
  private readonly queue: Message[] = [];
  private current?: Cell;
  private working = false;
  private count = 0;

  constructor(private readonly parts: Parts) {
    const send = (draft: Draft) => {
      parts.output.flush();
      parts.send(draft);
    };
    this.comms = new Comms(send);
    this.input = new Input(send);
    this.handlers = handlersOf(parts, this.comms);
  }

  /** Takes a message in. */
  receive(message: Message): void {
    const type = message.header.msg_type;
    if (type === "execute_request") {
      this.queue.push(message);
      if (!this.working) void this.work();
    } else if (type === "input_reply") {
      this.input.receive(message);
    } else {
      void this.answer(message, type);
    }
  }

  /** Interrupts the running cell; false if there is none. */
  interrupt(): boolean {
    this.current?.interrupt(new Interrupted());
    return this.current !== undefined;
  }

  /** Takes an error in that no code caught: it belongs to the cell whose code it came from. */
  stray(error: unknown): void {
    const cell = currentCell();
    if (cell && !cell.done) cell.strayErrors.push(error);
    else if (cell) this.parts.output.error(cell, reportThrown(error));
    else process.stderr.write(`${reportThrown(error).traceback.join("\n")}\n`);
  }

  private async work(): Promise<void> {
    this.working = true;
    for (let request = this.queue.shift(); request; request = this.queue.shift()) await this.execute(request);
    this.working = false;
  }

  private async execute(request: Message): Promise<void> {
    const { output } = this.parts;
    const { content } = request;
    const silent = content.silent === true;
    const stored = !silent && content.store_history !== false;
    if (stored) this.count++;
    const cell = new Cell(request, this.count, silent);
    this.current = cell;
    setLatestCell(cell);
    const code = typeof content.code === "string" ? content.code : "";
    const input = { code, execution_count: this.count };
    output.flush();
    // The compiler works while the front end is told.
    const ending = this.outcome(cell, code);
    this.parts.send(status(request, "busy"), ...(silent ? [] : [onIopub(request, "execute_input", input)]));
    if (stored) this.parts.history.add(this.count, code);

    const outcome = await ending;
    output.flush();
    let reply: Content;
    if (outcome.error) {
      if (!silent) output.error(cell, outcome.error);
      reply = { status: "error", execution_count: this.count, ...outcome.error, payload: cell.payload };
    } else {
      reply = {
        status: "ok",
        execution_count: this.count,
        payload: cell.payload,
        user_expressions: await this.expressions(cell, content.user_expressions),
      };
    }
    cell.done = true;
    this.current = undefined;
    this.parts.send(replyTo(request, "execute_reply", reply), status(request, "idle"));
    // The compiler writes the cell's declarations while the reader reads.
    this.parts.execution.declare();
    if (outcome.error && content.stop_on_error !== false) this.abortQueue();
  }

  /** Runs a cell to its very end, with the hooks and stray errors that belong to it. */
  private async outcome(cell: Cell, code: string): Promise<{ error?: ErrorReport }> {
    const { execution, output, history } = this.parts;
    let error: ErrorReport | undefined;
    const attempt = async (step: () => Promise<unknown> | unknown): Promise<void> => {
      try {
        await step();
      } catch (thrown) {
        error ??= reportThrown(thrown);
      }
    };
    await attempt(async () => {
      const outcome = await execution.run(cell, code);
      if ("error" in outcome) error = outcome.error;
      else if (outcome.result && !cell.silent) {
        output.result(cell, outcome.result);
        const text = outcome.result["text/plain"];
        if (text !== undefined) history.addOutput(cell.count, String(text));
      }
    });
    for (const hook of cell.endHooks) {
      await attempt(() => cell.unlessInterrupted(inCell(cell, hook)));
    }
    // Rejections that nobody handles are reported when the event loop turns. By its second turn, every request that has
    // arrived is in the queue: the first may have begun before the messages came in.
    for (let turn = 0; turn < 2; turn++) await new Promise((turned) => setImmediate(turned));
    for (const stray of cell.strayErrors) {
      const report = reportThrown(stray);
      if (error && !cell.silent) output.error(cell, report);
      error ??= report;
    }
    return { error };
  }

  private async expressions(cell: Cell, wanted: unknown): Promise<Content> {
    const values: Content = {};
    if (wanted === null || typeof wanted !== "object") return values;
    for (const [name, code] of Object.entries(wanted)) {
      values[name] = await this.parts.execution.expression(cell, String(code));
    }
    return values;
  }

  /** Declines what was waiting behind a cell that failed. */
  private abortQueue(): void {
    for (const request of this.queue.splice(0)) {
      const reply = { status: "aborted", execution_count: this.count };
      this.parts.send(
        status(request, "busy"),
        replyTo(request, "execute_reply", reply),
        status(request, "idle"),
      );
    }
  }

  private async answer(request: Message, type: string): Promise<void> {
    const { output, send } = this.parts;
    const handler = this.handlers[type];
    const replies: Draft[] = [];
    output.flush();
    send(status(request, "busy"));
    try {
      if (handler) replies.push(replyTo(request, replyType(type), await handler(request)));
      else if (type.startsWith("comm_")) this.receiveComm(request);
    } catch (thrown) {
      const report = reportThrown(thrown);
      if (handler) replies.push(replyTo(request, replyType(type), { status: "error", ...report }));
      else output.error({ request }, report);
    }
    output.flush();
    send(...replies, status(request, "idle"));
    // A front end shows the state it heard last: it should not take a running cell for ended.
    if (this.current) send(status(this.current.request, "busy"));
  }

  /** Hands a comm message on; what listeners put out belongs to the message. */
  private receiveComm(request: Message): void {
    const cell = new Cell(request, this.count, false);
    cell.done = true;
    inCell(cell, () => this.comms.receive(request));
    this.parts.output.flush();
  }
}

const replyType = (type: string): string => type.replace(/_request$/, "_reply");

const replyTo = (parent: Message, type: string, content: Content): Draft => ({
  channel: parent.channel,
  type,
  content,
  parent,
});

const onIopub = (parent: Message, type: string, content: Content): Draft => ({
  channel: "iopub",
  type,
  content,
  parent,
});

const status = (parent: Message, state: "busy" | "idle"): Draft =>
  onIopub(parent, "status", { execution_state: state });
