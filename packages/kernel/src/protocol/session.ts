import type { Content, Draft, Message } from "./message";
import { Interrupted, restoreLibraries } from "../cells/interrupted";
import { reportThrown } from "../cells/errors";
import { platform } from "../platform";
import { bare } from "../originals";
import { sessionHandlers, type Handlers } from "./handlers";
import type { MimeBundle } from "../cells/bundle";
import { Cell, currentCell, inCell, setLatestCell } from "./cell";
import { Comms } from "./comms";
import type { Parts } from "./parts";
import { Input } from "./input";
import { VariableHandlers } from "./variableHandlers";

/**
 * A conversation with Jupyter. Cells are run one after the other; what asks about code, comms and history is answered
 * meanwhile.
 */
export class Session {
  readonly comms: Comms;
  readonly input: Input;
  private readonly handlers: Handlers;
  private readonly variables: VariableHandlers;
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
    this.handlers = sessionHandlers(parts.history, this.comms);
    this.variables = new VariableHandlers(parts.execution, () => this.working);
  }

  /** Takes a message in. */
  receive(message: Message): void {
    void this.orFail(message, () =>
      this.take({ ...message, content: bare(message.content), metadata: bare(message.metadata) }),
    );
  }

  private async take(message: Message): Promise<void> {
    const type = message.header.msg_type;
    if (type === "execute_request") {
      this.queue.push(message);
      if (!this.working) await this.work();
    } else if (type === "input_reply") {
      this.input.receive(message);
    } else if (type === "tslinen_request") {
      await this.tell(message);
    } else {
      await this.answer(message, type);
    }
  }

  /** Interrupts the running cell; false if there is none. */
  interrupt(): boolean {
    restoreLibraries();
    this.current?.interrupt(new Interrupted());
    return this.current !== undefined;
  }

  /** Takes an error in that no code caught: it belongs to the cell whose code it came from. */
  stray(error: unknown): void {
    const cell = currentCell();
    try {
      if (cell && !cell.done) cell.strayErrors.push(error);
      else if (cell) this.parts.output.error(cell, reportThrown(error));
      else platform().warn(reportThrown(error).traceback.join("\n"));
    } catch (failure) {
      // Thrown on, it would end the kernel.
      platform().warn(`an error could not be shown: ${reasonOf(failure)}`);
    }
  }

  private async work(): Promise<void> {
    this.working = true;
    try {
      for (let request = this.queue.shift(); request; request = this.queue.shift()) {
        await this.orFail(request, () => this.execute(request));
      }
    } finally {
      this.working = false;
    }
  }

  /** Answers a request; from elsewhere if that fails here, as when a cell has replaced what it takes of the language. */
  private async orFail(request: Message, answer: () => Promise<void>): Promise<void> {
    try {
      await answer();
    } catch (thrown) {
      const { current } = this;
      if (current?.request === request) {
        current.done = true;
        this.current = undefined;
      }
      this.parts.fail(request, thrown);
    }
  }

  private async execute(request: Message): Promise<void> {
    const { output, execution, history } = this.parts;
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
    const ending = execution.run(cell, code, (result) => this.show(cell, result));
    this.parts.send(status(request, "busy"), ...(silent ? [] : [onIopub(request, "execute_input", input)]));
    if (stored) history.add(this.count, code);

    const error = await ending;
    output.flush();
    if (error && !silent) output.error(cell, error);
    const values = error ? undefined : await this.expressions(cell, content.user_expressions);
    cell.done = true;
    this.current = undefined;
    this.reply(cell, error ? { status: "error", ...error } : { status: "ok", user_expressions: values });
    // The compiler writes the cell's declarations while the reader reads.
    execution.declare();
    if (error && content.stop_on_error !== false) this.abortQueue();
  }

  private show(cell: Cell, result: MimeBundle): void {
    this.parts.output.result(cell, result);
    const text = result["text/plain"];
    if (text !== undefined) this.parts.history.addOutput(cell.count, String(text));
  }

  /** Answers a request to run code; with an error, if the answer cannot be written. */
  private reply({ request, count, payload }: Cell, content: Content): void {
    const answer = (it: Content): void =>
      this.parts.send(
        replyTo(request, "execute_reply", { execution_count: count, payload, ...it }),
        status(request, "idle"),
      );
    try {
      answer(content);
    } catch (thrown) {
      answer({ status: "error", ...reportThrown(thrown), payload: [] });
    }
  }

  private async expressions(cell: Cell, wanted: unknown): Promise<Content> {
    const values: Content = bare({});
    if (wanted === null || typeof wanted !== "object") return values;
    for (const [name, code] of Object.entries(wanted)) {
      values[name] = await this.parts.execution.expression(cell, String(code));
    }
    return values;
  }

  /** Declines what was waiting behind a cell that failed. */
  private abortQueue(): void {
    for (const request of this.queue.splice(0)) {
      this.parts.execution.forget(request.header.msg_id);
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
      else if (type.startsWith("comm_")) await this.receiveComm(request);
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

  /** Answers what is asked about variables, without a word about the state; what is put out on the way belongs to it. */
  private async tell(request: Message): Promise<void> {
    const cell = new Cell(request, this.count, true);
    cell.done = true;
    const reply = (content: Content): void => this.parts.send(replyTo(request, "tslinen_reply", content));
    try {
      reply({
        status: "ok",
        value: await inCell(cell, () => this.variables.answer(request.content)),
      });
    } catch (thrown) {
      reply({ status: "error", ...reportThrown(thrown) });
    }
  }

  /** Hands a comm message on; what listeners put out, and leave for the end, belongs to the message. */
  private async receiveComm(request: Message): Promise<void> {
    const cell = new Cell(request, this.count, false);
    inCell(cell, () => this.comms.receive(request));
    for (const hook of cell.endHooks) await inCell(cell, hook);
    cell.done = true;
    for (const stray of cell.strayErrors) this.parts.output.error(cell, reportThrown(stray));
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

/** Why a request could not be answered, in words. */
export const reasonOf = (thrown: unknown): string =>
  thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : typeof thrown;
