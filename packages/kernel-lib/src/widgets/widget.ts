import type { Anything } from "../array/anything";
import { camelCase, describe, isPlainObject } from "../array/options";
import { displaySymbol, type CommMessage, type HostComm, type MimeBundle } from "../display";
import {
  advice,
  closeWidgets,
  connect,
  enlist,
  findWidget,
  forget,
  isWithoutWidgets,
  linesFor,
} from "./manager";
import { callAll } from "./callAll";
import type { Model } from "./model";
import { keyOf, keysOf, readChanges, type State } from "./modelKeys";
import { Observers } from "./observers";
import { readTrait } from "./readTrait";
import { same } from "./same";
import { textOf } from "./text";
import type { Trait } from "./trait";
import { fromWire, putBuffers, toWire, withoutBuffers } from "./wire";
import { WidgetBase } from "./widgetBase";

/** What has changed of a widget. */
export interface Change<T = Anything> {
  readonly type: "change";
  /** The name of what has changed. */
  readonly name: string;
  readonly old: T;
  readonly new: T;
  readonly owner: Widget;
}

/** What is called when something has changed. */
export type Observer = (change: Change) => unknown;

/** The names of parts of a state. */
export type Names = string | readonly string[];

/** What is called with a message that is no change of the state. */
export type MessageListener = (content: Anything, buffers: Uint8Array[]) => unknown;

/** How many widgets there are that no front end knows. */
let unseen = 0;

/** A thing in the page that shows, and lets a reader change, the state of an object here. */
export class Widget extends WidgetBase {
  #state: State = {};
  readonly #model: Model;
  readonly #comm?: HostComm;
  readonly #observers = new Observers<Observer>();
  readonly #listeners = new Set<MessageListener>();
  #closed = false;
  /** How many functions run during which the page is told nothing, and what it is told afterwards. */
  #holding = 0;
  #kept: State = {};
  readonly modelId: string;

  /** Made by the functions of `widgets`, or by the front end, which then has opened a line. */
  constructor(model: Model, given: unknown, comm?: HostComm) {
    super();
    this.#model = model;
    if (given !== undefined && !isPlainObject(given)) {
      throw new TypeError(`${model.name}: expected an object with its state, got ${describe(given)}`);
    }
    const lines = linesFor(model.name);
    const read = readChanges(this.#model, (given ?? {}) as State);
    const next = { ...model.initial(), ...read };
    model.rule?.settle(model.name, next, new Set(Object.keys(read)), true);
    // Only now, since a state that does not fit should leave nothing behind.
    for (const trait of model.traits.values()) {
      if (model.isReference(trait)) next[trait.key] ??= model.make(trait.kind, {});
    }
    this.#state = next;
    this.#comm = comm ?? (lines && connect(lines, this.wireState()));
    this.modelId = this.#comm?.id ?? `unseen-${++unseen}`;
    if (this.#comm) enlist(this, this.#comm);
  }

  traitOf(name: string): Trait | undefined {
    return this.#model.traits.get(name) ?? this.#model.traits.get(camelCase(name));
  }

  /** Whether the widget has been closed. */
  get closed(): boolean {
    return this.#closed;
  }

  /**
   * Gives a part of the state.
   *
   * @param name - Its name.
   */
  get(name: string): Anything {
    return this.#state[keyOf(this.#model, name)];
  }

  /**
   * Changes several parts of the state at once: all of them, or none if one does not fit.
   *
   * @param changes - What is to change, by name.
   * @throws TypeError for an unknown name, or a value that does not fit; RangeError for one beyond the limits.
   */
  set(changes: Readonly<Record<string, unknown>>): void {
    const read = readChanges(this.#model, changes);
    this.#change(read);
  }

  /**
   * Calls a function whenever something changes, here or in the page.
   *
   * @param observer - Takes what has changed: `{ name, old, new, owner }`.
   * @param names - What is observed. Default: everything.
   * @throws TypeError for a name that the widget does not have.
   */
  observe(observer: Observer, names?: Names | { names?: Names }): void {
    if (typeof observer !== "function") {
      throw new TypeError(`observe: expected a function, got ${describe(observer)}`);
    }
    this.#observers.add(observer, keysOf(this.#model, "observe", names));
  }

  /**
   * Stops calling a function that observes.
   *
   * @param names - What is no longer observed; a function that observes everything goes on. Default: everything.
   * @throws TypeError for a name that the widget does not have.
   */
  unobserve(observer: Observer, names?: Names | { names?: Names }): void {
    this.#observers.remove(observer, keysOf(this.#model, "unobserve", names));
  }

  /**
   * Stops calling all functions that observe.
   *
   * @param names - What is no longer observed; functions that observe everything go on. Default: everything.
   * @throws TypeError for a name that the widget does not have.
   */
  unobserveAll(names?: Names | { names?: Names }): void {
    this.#observers.removeAll(keysOf(this.#model, "unobserveAll", names));
  }

  /** Sends a message of one's own to the widget in the page. */
  send(content: unknown, buffers: readonly (ArrayBuffer | ArrayBufferView)[] = []): void {
    const bytes = buffers.map((one) =>
      one instanceof ArrayBuffer
        ? new Uint8Array(one)
        : new Uint8Array(one.buffer, one.byteOffset, one.byteLength),
    );
    this.#comm?.send({ method: "custom", content }, { buffers: bytes });
  }

  /** Calls a function with every message of its own that the widget in the page sends. */
  onMessage(listener: MessageListener): void {
    this.#listeners.add(listener);
  }

  /** Stops calling a function with messages. */
  offMessage(listener: MessageListener): void {
    this.#listeners.delete(listener);
  }

  /** Takes every widget away that there is. */
  static closeAll(): void {
    closeWidgets();
  }

  /**
   * Runs a function, and tells the page of the changes that it makes to this widget all at once.
   *
   * @param run - The function, which must not be asynchronous.
   * @returns What it returns.
   */
  holdSync<R>(run: () => R): R {
    this.#holding += 1;
    try {
      return run();
    } finally {
      this.#holding -= 1;
      const kept = this.#kept;
      if (this.#holding === 0 && Object.keys(kept).length > 0) {
        this.#kept = {};
        this.#send("update", kept);
      }
    }
  }

  /** Takes the widget away from wherever it is seen. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    forget(this.modelId);
    this.#comm?.close();
  }

  /** The whole state, as messages have it. */
  wireState(): Record<string, unknown> {
    const entries = [...this.#model.traits.values()].map((trait) => [
      trait.name,
      toWire(trait, this.#state[trait.key]),
    ]);
    return { ...this.#model.identity, ...Object.fromEntries(entries) };
  }

  /** Takes in what the front end says. */
  receive({ data, buffers }: CommMessage): void {
    if (data.method === "update") {
      const state = data.state as Record<string, unknown>;
      putBuffers(state, (data.buffer_paths ?? []) as (string | number)[][], buffers);
      this.#receiveState(state);
    } else if (data.method === "request_state") {
      this.#send("update", this.wireState());
    } else if (data.method === "custom") {
      callAll([...this.#listeners].map((listener) => () => listener(data.content, buffers)));
    }
  }

  [displaySymbol](): MimeBundle {
    const text = textOf(this.#model, this.#state);
    if (this.#model.identity._view_name === null || this.#comm === undefined || this.#closed) {
      return { "text/plain": text };
    }
    const plain = { "text/plain": `${text}\n${advice}` };
    if (isWithoutWidgets()) return plain;
    const view = { version_major: 2, version_minor: 0, model_id: this.modelId };
    return { "application/vnd.jupyter.widget-view+json": view, ...plain };
  }

  toString(): string {
    return textOf(this.#model, this.#state);
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return textOf(this.#model, this.#state);
  }

  /** Takes over a state that the front end has sent; what comes out otherwise is sent back. */
  #receiveState(state: Record<string, unknown>): void {
    const traits = Object.keys(state).flatMap((name) => this.traitOf(name) ?? []);
    const echoed = traits.filter(({ kind }) => kind !== "file[]").map(({ name }) => [name, state[name]]);
    if (echoed.length > 0) this.#send("echo_update", Object.fromEntries(echoed) as State);
    const { name: owner } = this.#model;
    const read = traits.map((trait) => {
      const value = fromWire(trait, state[trait.name], findWidget);
      return [trait.key, trait.kind === "end" ? value : readTrait(owner, trait, value)];
    });
    this.#change(Object.fromEntries(read) as State, state);
  }

  #change(read: State, received: Record<string, unknown> = {}): void {
    const before = this.#state;
    const next = { ...before, ...read };
    this.#model.rule?.settle(this.#model.name, next, new Set(Object.keys(read)), false);
    const changed = Object.keys(next).filter((key) => !same(before[key], next[key]));
    this.#state = next;
    const concerned = new Set([...changed, ...Object.keys(read)]);
    const news = [...concerned].flatMap((key) => {
      const trait = this.#model.traits.get(key);
      if (!trait) return [];
      const value = toWire(trait, next[key]);
      const known = Object.hasOwn(received, trait.name)
        ? same(received[trait.name], value)
        : !changed.includes(key);
      return known ? [] : [[trait.name, value]];
    });
    if (news.length > 0) this.#send("update", Object.fromEntries(news) as State);
    const changes = changed.map((name): Change => ({
      type: "change",
      name,
      old: before[name],
      new: next[name],
      owner: this,
    }));
    callAll(
      changes.flatMap((change) => this.#observers.of(change.name).map((observer) => () => observer(change))),
    );
  }

  #send(method: string, whole: State): void {
    if (method === "update" && this.#holding > 0) {
      Object.assign(this.#kept, whole);
      return;
    }
    const { state, paths, buffers } = withoutBuffers(whole);
    if (!this.#closed) this.#comm?.send({ method, state, buffer_paths: paths }, { buffers });
  }
}
