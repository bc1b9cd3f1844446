import { Session } from "node:inspector";
import type { InspectorEvent, OpenInspector } from "../../debugger/engine";

/** Opens a session with the engine of the main thread, from another thread. */
export const inspectMainThread: OpenInspector = (listen) => {
  const session = new Session();
  session.connectToMainThread();
  session.on("inspectorNotification", (event) => listen(event as InspectorEvent));
  return {
    post: <T>(method: string, params?: object) =>
      new Promise<T>((resolve, reject) => {
        session.post(method, params, (error, answer) => (error ? reject(error) : resolve(answer as T)));
      }),
    close: () => session.disconnect(),
  };
};
