import { Notification } from "@jupyterlab/apputils";

/** How long work may take, in ms, before the reader is told that it goes on. */
const patience = 1000;

/** Does some work: says so once it has taken a while, until it ends, and shows why it failed if it does. */
export async function announced(label: string, work: () => Promise<void>): Promise<void> {
  let shown: string | undefined;
  const timer = setTimeout(() => {
    shown = Notification.emit(`${label} …`, "in-progress", { autoClose: false });
  }, patience);
  try {
    await work();
  } catch (error) {
    // Without a time, it would only be listed in the notification centre.
    Notification.error(error instanceof Error ? error.message : String(error), { autoClose: 8000 });
  } finally {
    clearTimeout(timer);
    if (shown !== undefined) Notification.dismiss(shown);
  }
}
