import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import { vega } from "vega-embed";

type Loader = ReturnType<typeof vega.loader>;

/** A loader that keeps a list of what it refused. */
export interface GuardedLoader extends Loader {
  /** Addresses that the figure asked for and did not get, without repetition. */
  readonly refused: ReadonlySet<string>;
}

const link = /^(?:https?|mailto):/i;
const picture = /^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/i;

/**
 * What a figure may fetch: pictures that it carries itself, and files of the server beside the notebook; anything
 * else only when `remote` says so. Links open in a tab of their own.
 */
export function guardedLoader(resolver: IRenderMime.IResolver | null, remote: boolean): GuardedLoader {
  const loader = vega.loader();
  const refused = new Set<string>();

  async function address(uri: string): Promise<string> {
    if (picture.test(uri)) return uri;
    const local = resolver && (resolver.isLocal?.(uri) ?? !/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(uri));
    if (local) return resolver.getDownloadUrl(await resolver.resolveUrl(uri));
    if (remote && /^(?:https?:)?\/\//i.test(uri)) return uri;
    refused.add(uri);
    throw new Error(`remote data is off: ${uri}`);
  }

  return {
    ...loader,
    refused,
    load: async (uri) => loader.http(await address(String(uri)), {}),
    sanitize: async (uri, options) => {
      const text = String(uri);
      if ((options as { context?: string } | undefined)?.context === "href") {
        if (!link.test(text)) throw new Error(`link not followed: ${text}`);
        return { href: text, target: "_blank", rel: "noopener noreferrer" };
      }
      return { href: await address(text) };
    },
  };
}
