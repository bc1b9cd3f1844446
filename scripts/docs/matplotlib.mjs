// The page that says which functions of pyplot, and which methods of axes and figures, are here, and why the others are not.
import { namesIn, pageOfNames } from "./names.mjs";

/** Names to a reason: each reason with the names that it goes for. */
const byName = (reasons) =>
  Object.fromEntries(
    Object.entries(reasons).flatMap(([reason, names]) => names.split(" ").map((name) => [name, reason])),
  );

const windows = "it is for windows of a desktop; figures are shown in the notebook";
const shown =
  "a figure is shown at the end of its cell, or by `plt.show()`; `plt.live()` draws one that changes";
const pointer = "it answers a pointer over a window; the notebook moves axes and tells values by itself";
const drawing = "it belongs to how matplotlib draws; a figure here is a Vega-Lite specification";
const callbacks = "nothing is told of changes: a figure is plain data until it is shown";
const own = "it is matplotlib's way to make its own parts";
const looks = "what is drawn has opacities, labels and heights of its own";
const units = "units are numbers, names and dates alone";

/** What every artist of matplotlib has, axes and figures among them. */
const artists = {
  [drawing]:
    "contains draw draw_artist get_agg_filter get_animated get_clip_box get_clip_on get_clip_path get_default_bbox_extra_artists get_in_layout get_path_effects get_rasterized get_sketch_params get_snap get_tightbbox get_transform get_transformed_clip_path_and_affine get_window_extent is_transform_set set_agg_filter set_animated set_clip_box set_clip_on set_clip_path set_in_layout set_path_effects set_rasterized set_sketch_params set_snap set_transform",
  [callbacks]: "add_callback pchanged remove_callback",
  [pointer]:
    "format_cursor_data get_cursor_data get_mouseover get_picker pick pickable set_mouseover set_picker",
  [own]: "findobj properties set_figure update update_from",
  [units]: "convert_xunits convert_yunits have_units",
  [looks]: "get_alpha get_label get_zorder set_alpha set_label set_zorder",
  "no addresses or names go into pictures": "get_gid get_url set_gid set_url",
};

const pyplot = byName({
  [windows]:
    "connect disconnect get_current_fig_manager ginput install_repl_displayhook new_figure_manager subplot_tool switch_backend uninstall_repl_displayhook waitforbuttonpress",
  [shown]: "draw draw_if_interactive ioff ion isinteractive pause",
  "`plt.figure` makes figures by number alone": "get_figlabels",
  "`plt.getp` does it": "get",
  "`ax.getChildren()` and a filter do it": "findobj",
  "this page does it": "get_plot_commands",
  "an image on a figure lies on axes of its own: `fig.addAxes` and `imshow`": "figimage",
  "a package such as sharp reads and writes pictures": "imread imsave",
  "`plt.pie` writes names and shares": "pie_label",
  "its colormap is left out: it repeats too fast to tell values apart": "flag prism",
  "nothing is logged": "set_loglevel",
  "lines are not drawn as if by hand": "xkcd",
});

const axes = byName({
  ...artists,
  [looks]: "get_alpha get_label set_alpha set_label",
  [own]:
    "ArtistList add_child_axes add_container add_image add_table findobj properties set_figure update update_from",
  [pointer]: `${artists[pointer]} can_pan can_zoom drag_pan end_pan format_coord format_xdata format_ydata get_forward_navigation_events get_navigate get_navigate_mode in_axes set_forward_navigation_events set_navigate set_navigate_mode start_pan contains_point`,
  [drawing]: `${artists[drawing]} apply_aspect get_axes_locator get_data_ratio get_rasterization_zorder get_xaxis_text1_transform get_xaxis_text2_transform get_yaxis_text1_transform get_yaxis_text2_transform redraw_in_frame set_axes_locator set_rasterization_zorder update_datalim`,
  "`ax.pcolormesh` and `ax.imshow` do it": "pcolorfast",
  "`ax.pie` writes names and shares": "pie_label",
  "`ax.getXticklabels` gives those of ticks, `ax.tickParams` changes small ones":
    "get_xmajorticklabels get_xminorticklabels get_ymajorticklabels get_yminorticklabels",
  "`ax.grid` and `ax.tickParams` change them": "get_xgridlines get_xticklines get_ygridlines get_yticklines",
  "`ax.cells` has it": "get_gridspec get_subplotspec set_subplotspec",
  "`ax.sharex` and `ax.sharey` set it": "get_shared_x_axes get_shared_y_axes",
  "`ax.setPosition` does it": "reset_position",
});

const figure = byName({
  ...artists,
  [callbacks]: `${artists[callbacks]} add_axobserver`,
  [windows]: "get_window_extent ginput set_canvas waitforbuttonpress",
  [drawing]: artists[drawing].replace("get_window_extent ", "").concat(" draw_without_rendering"),
  "shapes and lines lie on axes; `fig.text` writes on figures": "add_artist",
  "`fig.subfigures` does it": "add_subfigure",
  "an image on a figure lies on axes of its own: `fig.addAxes` and `imshow`": "figimage",
  '`layout: "tight"` or `"constrained"` of `plt.figure`, and `fig.tightLayout()`, do it':
    "get_constrained_layout get_constrained_layout_pads get_layout_engine get_tight_layout set_constrained_layout set_constrained_layout_pads set_layout_engine set_tight_layout",
  "`fig.setFacecolor` sets the background; figures have no edge":
    "get_edgecolor get_frameon get_linewidth set_edgecolor set_frameon set_linewidth",
  "`ax.getFigure()` gives it": "get_figure",
  "a figure is closed by `plt.close`": "remove",
  "`plt.close` hides it, as nothing else does": "get_visible set_visible",
  "its settings have functions of their own": "set",
  "`plt.subplotMosaic` does it": "subplot_mosaic",
});

const names = namesIn("matplotlib-names");

export const matplotlib = () => [
  ...pageOfNames({
    of: "matplotlib.pyplot",
    here: "plt",
    names: names.pyplot,
    reasons: pyplot,
    example: "fill_between",
  }),
  "Axes of three dimensions are not drawn, and refused by name where they are asked for. Beside pyplot's functions `plt` has locators and formatters of `matplotlib.ticker` and `matplotlib.dates`, shapes of `matplotlib.patches`, `Line2D` and `LineCollection`.",
  ...section("Axes", "ax", axes, "set_title"),
  ...section("Figure", "fig", figure, "add_subplot"),
];

function section(name, here, reasons, example) {
  const [title, ...rest] = pageOfNames({
    of: `matplotlib's ${name}`,
    here,
    names: names[name],
    reasons,
    example,
    members: ({ plt }) => plt[name].prototype,
  });
  return [`#${title.replace(`${here} has`, `plt.${name} has`)}`, ...rest];
}
