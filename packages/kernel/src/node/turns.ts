/** Gives loops of cells the function of nothing that they call at every turn (`compiler/stops.ts`). */
export function offerTurns(): void {
  Object.defineProperty(Reflect, "__turn", { get: () => undefined });
}
