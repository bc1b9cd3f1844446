/** Members of matplotlib's pyplot, axes and figures that ours do not have, and what to do instead. */

const solid =
  "Axes of three dimensions are not drawn: contourf, pcolormesh or scatter with c show a third one";
const shown = "A figure is shown at the end of its cell, or by plt.show(); plt.live() draws one that changes";
const pictures =
  "A package such as sharp reads and writes pictures: their pixels make an array for plt.imshow";

const camelOrNot = (names: string) =>
  names
    .split(" ")
    .flatMap((name) => [name, name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())]);

const advised = (names: string, advice: string) => camelOrNot(names).map((name) => [name, advice] as const);

/** What to do about a member that is not there, by its name in either spelling. */
export const membersOfPyplot: ReadonlyMap<string, string> = new Map([
  ...advised(
    "plot_surface plot_wireframe plot_trisurf plot3D scatter3D bar3d contour3D contourf3D voxels view_init set_zlabel set_zlim set_zticks zaxis",
    solid,
  ),
  ...advised("ion ioff isinteractive draw draw_if_interactive pause", shown),
  ...advised("imread imsave", pictures),
  ...advised("xkcd", "Lines drawn as if by hand there are none"),
  ...advised("add_subfigure", "fig.subfigures divides a figure into parts"),
  ...advised("set_layout_engine", 'plt.figure({ layout: "constrained" }), or fig.tightLayout()'),
]);
