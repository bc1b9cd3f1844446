import { currentHost, type CommMessage, type HostComm, type HostComms } from "../display";
import type { Parted } from "./wire";
import { withoutBuffers } from "./wire";
import type { WidgetBase } from "./widgetBase";

/** The version of the protocol of widgets that is spoken here, and that of what asks for all of them. */
const versions = { widget: "2.1.0", control: "1" };

/** The line on which a front end with widgets asks for those that there are, as soon as it meets a kernel. */
const controlTarget = "jupyter.widget.control";

/** A widget, as the manager sees it. */
export interface Managed extends WidgetBase {
  /** The whole state, as messages have it. */
  wireState(): Record<string, unknown>;
  /** Takes in what the front end says. */
  receive(message: CommMessage): void;
  /** Takes the widget away from wherever it is seen. */
  close(): void;
}

/** Makes a widget that the front end has opened. */
type Adopt = (state: Record<string, unknown>, comm: HostComm) => void;

const widgets = new Map<string, Managed>();
let heard = false;
let refused = false;
let adopt: Adopt | undefined;
let registered: HostComms | undefined;

/** Says how widgets are made that the front end opens. */
export function setAdopt(how: Adopt): void {
  adopt = how;
}

/** Finds a widget by its identity. */
export const findWidget = (id: string): Managed | undefined => widgets.get(id);

/** Whether the front end has said that it knows no widgets. */
export const isWithoutWidgets = (): boolean => refused && !heard;

/** Whether the front end has shown that it knows widgets. */
export const isWithWidgets = (): boolean =>
  heard || (!refused && currentHost().comms?.wasAskedFor?.(controlTarget) === true);

/** What a reader is told who sees no widget. */
export const advice = "To see the widget: pip install jupyterlab_widgets, and reload the page.";

/**
 * The lines to the front end; undefined in a terminal, where there are none.
 *
 * @throws Error where there is a notebook whose kernel has no such lines.
 */
export function linesFor(name: string): HostComms | undefined {
  const host = currentHost();
  if (host.terminal || host.comms) return host.comms;
  throw new Error(
    `widgets.${name}: this kernel cannot talk to widgets; choose the kernel "TypeScript (tslinen)"`,
  );
}

/** Opens a widget's line to the front end. */
export function connect(lines: HostComms, state: Record<string, unknown>): HostComm {
  register(lines);
  const parted = withoutBuffers(state);
  return lines.open("jupyter.widget", dataOf(parted), {
    metadata: { version: versions.widget },
    buffers: parted.buffers,
  });
}

const dataOf = ({ state, paths }: Parted) => ({ state, buffer_paths: paths });

/** Has a widget hear what comes for it, until it is forgotten. */
export function enlist(widget: Managed, comm: HostComm): void {
  widgets.set(comm.id, widget);
  comm.onMessage((message) => {
    heard = true;
    widget.receive(message);
  });
  comm.onClose(() => {
    refused = true;
  });
}

/** Closes every widget that there is. */
export function closeWidgets(): void {
  for (const widget of [...widgets.values()]) widget.close();
}

/** Forgets a widget. */
export function forget(id: string): void {
  widgets.delete(id);
}

/** Answers the front end where it opens widgets, or asks for all of them, as after a reload of the page. */
function register(comms: HostComms): void {
  if (registered === comms) return;
  registered = comms;
  comms.registerTarget("jupyter.widget", (comm, { data }) => {
    heard = true;
    adopt?.(data.state as Record<string, unknown>, comm);
  });
  comms.registerTarget(controlTarget, (comm, { metadata }) => {
    const version = String(metadata.version ?? "");
    if (version.split(".")[0] !== versions.control) {
      throw new Error(
        `widgets: the front end asks by version ${version} of the protocol, expected ${versions.control}`,
      );
    }
    heard = true;
    comm.onMessage(({ data }) => {
      if (data.method !== "request_states") return;
      const { state, paths, buffers } = withoutBuffers(allStates());
      comm.send({ method: "update_states", states: state, buffer_paths: paths }, { buffers });
    });
  });
}

function allStates(): Record<string, unknown> {
  const entries = [...widgets].map(([id, widget]) => {
    const state = widget.wireState();
    const { _model_name, _model_module, _model_module_version } = state;
    return [
      id,
      {
        model_name: _model_name,
        model_module: _model_module,
        model_module_version: _model_module_version,
        state,
      },
    ];
  });
  return Object.fromEntries(entries) as Record<string, unknown>;
}
