/** Starts the kernel's workers for a page with a notebook, before JupyterLite itself is loaded. */
import { startAhead } from "@tslinen/lite/lib/spare";

startAhead(location.search);
