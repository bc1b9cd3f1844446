// Written by build/controls.mjs from @jupyter-widgets/schema. Do not edit.
import type { Anything } from "../array/anything";
import type { ButtonWidget } from "./button";
import type { MediaWidget } from "./media";
import type { PagesWidget } from "./pages";
import type { SubmittedWidget } from "./submitted";
import { control } from "./control";
import type { Control, Init, LinkEnd, MediaControl, UploadedFile } from "./controlTypes";
import type { MultipleSelectionState, SelectionState } from "./selectionTypes";
import type { DOMWidget } from "./domWidget";
import type { Widget } from "./widget";

/** What every widget has that can be seen. */
export interface DOMState {
  /** CSS classes applied to widget DOM element. Default: []. */
  domClasses: readonly string[];
  get layout(): Layout;
  set layout(value: Layout | Init<LayoutState>);
  /** Is widget tabbable? Default: null. */
  tabbable: boolean | null;
  /** A tooltip caption. Default: null. */
  tooltip: string | null;
}

/** What widgets with a description have. */
export interface DescribedState {
  /** Description of the control. Default: "". */
  description: string;
  /** Accept HTML in the description. Default: false. */
  descriptionAllowHtml: boolean;
}

/** What {@link Layout} has. */
export interface LayoutState {
  /** The align-content CSS attribute. Default: null. */
  alignContent:
    | "flex-start"
    | "flex-end"
    | "center"
    | "space-between"
    | "space-around"
    | "space-evenly"
    | "stretch"
    | "inherit"
    | "initial"
    | "unset"
    | null;
  /** The align-items CSS attribute. Default: null. */
  alignItems:
    "flex-start" | "flex-end" | "center" | "baseline" | "stretch" | "inherit" | "initial" | "unset" | null;
  /** The align-self CSS attribute. Default: null. */
  alignSelf:
    | "auto"
    | "flex-start"
    | "flex-end"
    | "center"
    | "baseline"
    | "stretch"
    | "inherit"
    | "initial"
    | "unset"
    | null;
  /** The border bottom CSS attribute. Default: null. */
  borderBottom: string | null;
  /** The border left CSS attribute. Default: null. */
  borderLeft: string | null;
  /** The border right CSS attribute. Default: null. */
  borderRight: string | null;
  /** The border top CSS attribute. Default: null. */
  borderTop: string | null;
  /** The bottom CSS attribute. Default: null. */
  bottom: string | null;
  /** The display CSS attribute. Default: null. */
  display: string | null;
  /** The flex CSS attribute. Default: null. */
  flex: string | null;
  /** The flex-flow CSS attribute. Default: null. */
  flexFlow: string | null;
  /** The grid-area CSS attribute. Default: null. */
  gridArea: string | null;
  /** The grid-auto-columns CSS attribute. Default: null. */
  gridAutoColumns: string | null;
  /** The grid-auto-flow CSS attribute. Default: null. */
  gridAutoFlow: "column" | "row" | "row dense" | "column dense" | "inherit" | "initial" | "unset" | null;
  /** The grid-auto-rows CSS attribute. Default: null. */
  gridAutoRows: string | null;
  /** The grid-column CSS attribute. Default: null. */
  gridColumn: string | null;
  /** The grid-gap CSS attribute. Default: null. */
  gridGap: string | null;
  /** The grid-row CSS attribute. Default: null. */
  gridRow: string | null;
  /** The grid-template-areas CSS attribute. Default: null. */
  gridTemplateAreas: string | null;
  /** The grid-template-columns CSS attribute. Default: null. */
  gridTemplateColumns: string | null;
  /** The grid-template-rows CSS attribute. Default: null. */
  gridTemplateRows: string | null;
  /** The height CSS attribute. Default: null. */
  height: string | null;
  /** The justify-content CSS attribute. Default: null. */
  justifyContent:
    | "flex-start"
    | "flex-end"
    | "center"
    | "space-between"
    | "space-around"
    | "inherit"
    | "initial"
    | "unset"
    | null;
  /** The justify-items CSS attribute. Default: null. */
  justifyItems: "flex-start" | "flex-end" | "center" | "inherit" | "initial" | "unset" | null;
  /** The left CSS attribute. Default: null. */
  left: string | null;
  /** The margin CSS attribute. Default: null. */
  margin: string | null;
  /** The max-height CSS attribute. Default: null. */
  maxHeight: string | null;
  /** The max-width CSS attribute. Default: null. */
  maxWidth: string | null;
  /** The min-height CSS attribute. Default: null. */
  minHeight: string | null;
  /** The min-width CSS attribute. Default: null. */
  minWidth: string | null;
  /** The object-fit CSS attribute. Default: null. */
  objectFit: "contain" | "cover" | "fill" | "scale-down" | "none" | null;
  /** The object-position CSS attribute. Default: null. */
  objectPosition: string | null;
  /** The order CSS attribute. Default: null. */
  order: string | null;
  /** The overflow CSS attribute. Default: null. */
  overflow: string | null;
  /** The padding CSS attribute. Default: null. */
  padding: string | null;
  /** The right CSS attribute. Default: null. */
  right: string | null;
  /** The top CSS attribute. Default: null. */
  top: string | null;
  /** The visibility CSS attribute. Default: null. */
  visibility: "visible" | "hidden" | "inherit" | "initial" | "unset" | null;
  /** The width CSS attribute. Default: null. */
  width: string | null;
  /** The border of all four sides; null where they differ. */
  border: string | null;
}

/** The layout of a widget: CSS by name. Made by the function of the same name. */
export interface Layout extends Widget, LayoutState {}
/**
 * Makes the layout of a widget: CSS by name.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.Layout({ width: "50%", border: "1px solid gray" });
 */
export const Layout: Control<Layout, LayoutState> = control("Layout");

/** What {@link Accordion} has. */
export interface AccordionState extends DOMState {
  /** Use a predefined styling for the box. Default: "". */
  boxStyle: "success" | "info" | "warning" | "danger" | "";
  /** List of widget children. Default: []. */
  children: readonly Widget[];
  /** The index of the selected page. This is either an integer selecting a particular sub-widget, or None to have no widgets selected. Default: null. */
  selectedIndex: number | null;
  /** Titles of the pages. Default: []. */
  titles: readonly string[];
}

/** Pages of which one at a time is open. Made by the function of the same name. */
export interface Accordion extends PagesWidget, AccordionState {}
/**
 * Makes pages of which one at a time is open.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.Accordion([widgets.IntSlider(), widgets.Text()], { titles: ["n", "name"] });
 */
export const Accordion: Control<Accordion, AccordionState> = control("Accordion");

/** What {@link Audio} has. */
export interface AudioState extends DOMState {
  /** When true, the audio starts when it's displayed. Default: true. */
  autoplay: boolean;
  /** Specifies that audio controls should be displayed (such as a play/pause button etc). Default: true. */
  controls: boolean;
  /** The format of the audio. Default: "mp3". */
  format: string;
  /** When true, the audio will start from the beginning after finishing. Default: true. */
  loop: boolean;
  /** The media data as a memory view of bytes. Default: "b''". */
  get value(): Uint8Array;
  set value(value: Uint8Array | string);
}

/** A sound with controls. Made by the function of the same name. */
export interface Audio extends MediaWidget, AudioState {}
/**
 * Makes a sound with controls.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.Audio({ value: "https://example.org/a.mp3", format: "url", autoplay: false });
 */
export const Audio: MediaControl<Audio, AudioState> = control("Audio");

/** What {@link BoundedFloatText} has. */
export interface BoundedFloatTextState extends DOMState, DescribedState {
  /** Update the value as the user types. If False, update on submission, e.g., pressing Enter or navigating away. Default: false. */
  continuousUpdate: boolean;
  /** Enable or disable user changes. Default: false. */
  disabled: boolean;
  /** Max value. Default: 100. */
  max: number;
  /** Min value. Default: 0. */
  min: number;
  /** Minimum step to increment the value. Default: null. */
  step: number | null;
  /** Styling customizations. */
  get style(): DescriptionStyle;
  set style(value: DescriptionStyle | Init<DescriptionStyleState>);
  /** Float value. Default: 0. */
  value: number;
}

/** A field for a number between two limits. Made by the function of the same name. */
export interface BoundedFloatText extends DOMWidget, BoundedFloatTextState {}
/**
 * Makes a field for a number between two limits.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.BoundedFloatText({ value: 0.5, min: 0, max: 1 });
 */
export const BoundedFloatText: Control<BoundedFloatText, BoundedFloatTextState> = control("BoundedFloatText");

/** What {@link BoundedIntText} has. */
export interface BoundedIntTextState extends DOMState, DescribedState {
  /** Update the value as the user types. If False, update on submission, e.g., pressing Enter or navigating away. Default: false. */
  continuousUpdate: boolean;
  /** Enable or disable user changes. Default: false. */
  disabled: boolean;
  /** Max value. Default: 100. */
  max: number;
  /** Min value. Default: 0. */
  min: number;
  /** Minimum step to increment the value. Default: 1. */
  step: number;
  /** Styling customizations. */
  get style(): DescriptionStyle;
  set style(value: DescriptionStyle | Init<DescriptionStyleState>);
  /** Int value. Default: 0. */
  value: number;
}

/** A field for a whole number between two limits. Made by the function of the same name. */
export interface BoundedIntText extends DOMWidget, BoundedIntTextState {}
/**
 * Makes a field for a whole number between two limits.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.BoundedIntText({ value: 3, min: 0, max: 10 });
 */
export const BoundedIntText: Control<BoundedIntText, BoundedIntTextState> = control("BoundedIntText");

/** What {@link Box} has. */
export interface BoxState extends DOMState {
  /** Use a predefined styling for the box. Default: "". */
  boxStyle: "success" | "info" | "warning" | "danger" | "";
  /** List of widget children. Default: []. */
  children: readonly Widget[];
}

/** Widgets together, one after the other. Made by the function of the same name. */
export interface Box extends DOMWidget, BoxState {}
/**
 * Makes widgets together, one after the other.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.Box([widgets.Label("n"), widgets.IntSlider()]);
 */
export const Box: Control<Box, BoxState> = control("Box");

/** What {@link Button} has. */
export interface ButtonState extends DOMState {
  /** Use a predefined styling for the button. Default: "". */
  buttonStyle: "primary" | "success" | "info" | "warning" | "danger" | "";
  /** Button label. Default: "". */
  description: string;
  /** Enable or disable user changes. Default: false. */
  disabled: boolean;
  /** Font-awesome icon names, without the 'fa-' prefix. Default: "". */
  icon: string;
  get style(): ButtonStyle;
  set style(value: ButtonStyle | Init<ButtonStyleState>);
}

/** A button. Made by the function of the same name. */
export interface Button extends ButtonWidget, ButtonState {}
/**
 * Makes a button.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.Button({ description: "Train", icon: "play" });
 */
export const Button: Control<Button, ButtonState> = control("Button");

/** What {@link ButtonStyle} has. */
export interface ButtonStyleState {
  /** Color of the button. Default: null. */
  buttonColor: string | null;
  /** Button text font family. Default: null. */
  fontFamily: string | null;
  /** Button text font size. Default: null. */
  fontSize: string | null;
  /** Button text font style. Default: null. */
  fontStyle: string | null;
  /** Button text font variant. Default: null. */
  fontVariant: string | null;
  /** Button text font weight. Default: null. */
  fontWeight: string | null;
  /** Button text color. Default: null. */
  textColor: string | null;
  /** Button text decoration. Default: null. */
  textDecoration: string | null;
}

/** The style of a button. Made by the function of the same name. */
export interface ButtonStyle extends Widget, ButtonStyleState {}
/**
 * Makes the style of a button.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.ButtonStyle({ buttonColor: "lightgreen" });
 */
export const ButtonStyle: Control<ButtonStyle, ButtonStyleState> = control("ButtonStyle");

/** What {@link Checkbox} has. */
export interface CheckboxState extends DOMState, DescribedState {
  /** Enable or disable user changes. Default: false. */
  disabled: boolean;
  /** Indent the control to align with other controls with a description. Default: true. */
  indent: boolean;
  /** Styling customizations. */
  get style(): CheckboxStyle;
  set style(value: CheckboxStyle | Init<CheckboxStyleState>);
  /** Bool value. Default: false. */
  value: boolean;
}

/** A box to be checked. Made by the function of the same name. */
export interface Checkbox extends DOMWidget, CheckboxState {}
/**
 * Makes a box to be checked.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.Checkbox({ value: true, description: "shuffle" });
 */
export const Checkbox: Control<Checkbox, CheckboxState> = control("Checkbox");

/** What {@link CheckboxStyle} has. */
export interface CheckboxStyleState {
  /** Background specifications. Default: null. */
  background: string | null;
  /** Width of the description to the side of the control. Default: "". */
  descriptionWidth: string;
}

/** The style of a checkbox. Made by the function of the same name. */
export interface CheckboxStyle extends Widget, CheckboxStyleState {}
/**
 * Makes the style of a checkbox.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.CheckboxStyle({ background: "lightgray" });
 */
export const CheckboxStyle: Control<CheckboxStyle, CheckboxStyleState> = control("CheckboxStyle");

/** What {@link ColorPicker} has. */
export interface ColorPickerState extends DOMState, DescribedState {
  /** Display short version with just a color selector. Default: false. */
  concise: boolean;
  /** Enable or disable user changes. Default: false. */
  disabled: boolean;
  /** Styling customizations. */
  get style(): DescriptionStyle;
  set style(value: DescriptionStyle | Init<DescriptionStyleState>);
  /** The color value. Default: "black". */
  value: string;
}

/** A field for a colour. Made by the function of the same name. */
export interface ColorPicker extends DOMWidget, ColorPickerState {}
/**
 * Makes a field for a colour.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.ColorPicker({ value: "#0b7a75", description: "line" });
 */
export const ColorPicker: Control<ColorPicker, ColorPickerState> = control("ColorPicker");

/** What {@link ColorsInput} has. */
export interface ColorsInputState extends DOMState, DescribedState {
  /** Default: true. */
  allowDuplicates: boolean;
  /** Default: []. */
  allowedTags: readonly string[];
  /** Default: "". */
  placeholder: string;
  /** Styling customizations. */
  get style(): DescriptionStyle;
  set style(value: DescriptionStyle | Init<DescriptionStyleState>);
  /** List of string tags. Default: []. */
  value: readonly string[];
}

/** A list of colours that can be added to. Made by the function of the same name. */
export interface ColorsInput extends DOMWidget, ColorsInputState {}
/**
 * Makes a list of colours that can be added to.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.ColorsInput({ value: ["red", "#0b7a75"] });
 */
export const ColorsInput: Control<ColorsInput, ColorsInputState> = control("ColorsInput");

/** What {@link Combobox} has. */
export interface ComboboxState extends DOMState, DescribedState {
  /** Update the value as the user types. If False, update on submission, e.g., pressing Enter or navigating away. Default: true. */
  continuousUpdate: boolean;
  /** Enable or disable user changes. Default: false. */
  disabled: boolean;
  /** If set, ensure value is in options. Implies continuous_update=False. Default: false. */
  ensureOption: boolean;
  /** Dropdown options for the combobox. Default: []. */
  options: readonly string[];
  /** Placeholder text to display when nothing has been typed. Default: "". */
  placeholder: string;
  get style(): TextStyle;
  set style(value: TextStyle | Init<TextStyleState>);
  /** String value. Default: "". */
  value: string;
}

/** A line of text with suggestions. Made by the function of the same name. */
export interface Combobox extends SubmittedWidget, ComboboxState {}
/**
 * Makes a line of text with suggestions.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.Combobox({ options: ["adam", "sgd"], placeholder: "optimiser" });
 */
export const Combobox: Control<Combobox, ComboboxState> = control("Combobox");

/** What {@link ControllerAxis} has. */
export interface ControllerAxisState extends DOMState {
  /** The value of the axis. Default: 0. */
  value: number;
}

/** One axis of a game controller. Made by the function of the same name. */
export interface ControllerAxis extends DOMWidget, ControllerAxisState {}
/**
 * Makes one axis of a game controller.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.ControllerAxis();
 */
export const ControllerAxis: Control<ControllerAxis, ControllerAxisState> = control("ControllerAxis");

/** What {@link ControllerButton} has. */
export interface ControllerButtonState extends DOMState {
  /** Whether the button is pressed. Default: false. */
  pressed: boolean;
  /** The value of the button. Default: 0. */
  value: number;
}

/** One button of a game controller. Made by the function of the same name. */
export interface ControllerButton extends DOMWidget, ControllerButtonState {}
/**
 * Makes one button of a game controller.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.ControllerButton();
 */
export const ControllerButton: Control<ControllerButton, ControllerButtonState> = control("ControllerButton");

/** What {@link Controller} has. */
export interface ControllerState extends DOMState {
  /** The axes on the gamepad. Default: []. */
  axes: readonly ControllerAxis[];
  /** The buttons on the gamepad. Default: []. */
  buttons: readonly ControllerButton[];
  /** Whether the gamepad is connected. Default: false. */
  connected: boolean;
  /** The id number of the controller. Default: 0. */
  index: number;
  /** The name of the control mapping. Default: "". */
  mapping: string;
  /** The name of the controller. Default: "". */
  name: string;
  /** The last time the data from this gamepad was updated. Default: 0. */
  timestamp: number;
}

/** A game controller. Made by the function of the same name. */
export interface Controller extends DOMWidget, ControllerState {}
/**
 * Makes a game controller.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.Controller({ index: 0 });
 */
export const Controller: Control<Controller, ControllerState> = control("Controller");

/** What {@link DatePicker} has. */
export interface DatePickerState extends DOMState, DescribedState {
  /** Enable or disable user changes. Default: false. */
  disabled: boolean;
  /** Default: null. */
  max: Date | null;
  /** Default: null. */
  min: Date | null;
  /** The date step to use for the picker, in days, or "any". Default: 1. */
  step: number | "any";
  /** Styling customizations. */
  get style(): DescriptionStyle;
  set style(value: DescriptionStyle | Init<DescriptionStyleState>);
  /** Default: null. */
  value: Date | null;
}

/** A field for a date, at midnight in UTC. Made by the function of the same name. */
export interface DatePicker extends DOMWidget, DatePickerState {}
/**
 * Makes a field for a date, at midnight in UTC.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.DatePicker({ value: new Date("2024-02-29") });
 */
export const DatePicker: Control<DatePicker, DatePickerState> = control("DatePicker");

/** What {@link DatetimePicker} has. */
export interface DatetimePickerState extends DOMState, DescribedState {
  /** Enable or disable user changes. Default: false. */
  disabled: boolean;
  /** Default: null. */
  max: Date | null;
  /** Default: null. */
  min: Date | null;
  /** Styling customizations. */
  get style(): DescriptionStyle;
  set style(value: DescriptionStyle | Init<DescriptionStyleState>);
  /** Default: null. */
  value: Date | null;
}

/** A field for a moment. Made by the function of the same name. */
export interface DatetimePicker extends DOMWidget, DatetimePickerState {}
/**
 * Makes a field for a moment.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.DatetimePicker({ value: new Date("2024-02-29T12:30:00Z") });
 */
export const DatetimePicker: Control<DatetimePicker, DatetimePickerState> = control("DatetimePicker");

/** What {@link DescriptionStyle} has. */
export interface DescriptionStyleState {
  /** Width of the description to the side of the control. Default: "". */
  descriptionWidth: string;
}

/** The style of a widget with a description. Made by the function of the same name. */
export interface DescriptionStyle extends Widget, DescriptionStyleState {}
/**
 * Makes the style of a widget with a description.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.DescriptionStyle({ descriptionWidth: "initial" });
 */
export const DescriptionStyle: Control<DescriptionStyle, DescriptionStyleState> = control("DescriptionStyle");

/** What {@link DirectionalLink} has. */
export interface DirectionalLinkState {
  /** The source (widget, 'trait_name') pair. Default: []. */
  source: LinkEnd;
  /** The target (widget, 'trait_name') pair. Default: []. */
  target: LinkEnd;
}

/** A link in the page from one widget to another. Made by the function of the same name. */
export interface DirectionalLink extends Widget, DirectionalLinkState {}
/**
 * Makes a link in the page from one widget to another.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.DirectionalLink({ source: [widgets.IntSlider(), "value"], target: [widgets.IntText(), "value"] });
 */
export const DirectionalLink: Control<DirectionalLink, DirectionalLinkState> = control("DirectionalLink");

/** What {@link Dropdown} has. */
export interface DropdownLook extends DOMState, DescribedState {
  /** Enable or disable user changes. Default: false. */
  disabled: boolean;
  /** Styling customizations. */
  get style(): DescriptionStyle;
  set style(value: DescriptionStyle | Init<DescriptionStyleState>);
}

/** What {@link Dropdown} has. */
export interface DropdownState<T = Anything> extends DropdownLook, SelectionState<T> {}
/** A list from which one is chosen. Made by the function of the same name. */
export interface Dropdown<T = Anything> extends DOMWidget, DropdownState<T> {}
/**
 * Makes a list from which one is chosen.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.Dropdown({ options: ["relu", "gelu"], value: "gelu" });
 */
export const Dropdown: {
  new <T = Anything>(state?: Init<DropdownLook> & Partial<SelectionState<T>>): Dropdown<T>;
  <T = Anything>(state?: Init<DropdownLook> & Partial<SelectionState<T>>): Dropdown<T>;
} = control("Dropdown");

/** What {@link FileUpload} has. */
export interface FileUploadState extends DOMState, DescribedState {
  /** File types to accept, empty string for all. Default: "". */
  accept: string;
  /** Use a predefined styling for the button. Default: "". */
  buttonStyle: "primary" | "success" | "info" | "warning" | "danger" | "";
  /** Enable or disable button. Default: false. */
  disabled: boolean;
  /** Error message. Default: "". */
  error: string;
  /** Font-awesome icon name, without the 'fa-' prefix. Default: "upload". */
  icon: string;
  /** If True, allow for multiple files upload. Default: false. */
  multiple: boolean;
  get style(): ButtonStyle;
  set style(value: ButtonStyle | Init<ButtonStyleState>);
  /** The file upload value. Default: []. */
  value: readonly UploadedFile[];
}

/** A button that uploads files. Made by the function of the same name. */
export interface FileUpload extends DOMWidget, FileUploadState {}
/**
 * Makes a button that uploads files.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.FileUpload({ accept: ".csv", multiple: true });
 */
export const FileUpload: Control<FileUpload, FileUploadState> = control("FileUpload");

/** What {@link FloatLogSlider} has. */
export interface FloatLogSliderState extends DOMState, DescribedState {
  /** Base for the logarithm. Default: 10. */
  base: number;
  /** Slider dragging behavior. Default: "drag-tap". */
  behavior: "drag-tap" | "drag-snap" | "tap" | "drag" | "snap";
  /** Update the value of the widget as the user is holding the slider. Default: true. */
  continuousUpdate: boolean;
  /** Enable or disable user changes. Default: false. */
  disabled: boolean;
  /** Max value for the exponent. Default: 4. */
  max: number;
  /** Min value for the exponent. Default: 0. */
  min: number;
  /** Vertical or horizontal. Default: "horizontal". */
  orientation: "horizontal" | "vertical";
  /** Display the current value of the slider next to it. Default: true. */
  readout: boolean;
  /** Format for the readout. Default: ".3g". */
  readoutFormat: string;
  /** Minimum step in the exponent to increment the value. Default: 0.1. */
  step: number | null;
  get style(): SliderStyle;
  set style(value: SliderStyle | Init<SliderStyleState>);
  /** Float value. Default: 1. */
  value: number;
}

/** A slider for a number on a logarithmic scale. Made by the function of the same name. */
export interface FloatLogSlider extends DOMWidget, FloatLogSliderState {}
/**
 * Makes a slider for a number on a logarithmic scale.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.FloatLogSlider({ value: 1e-3, min: -5, max: 0 });
 */
export const FloatLogSlider: Control<FloatLogSlider, FloatLogSliderState> = control("FloatLogSlider");

/** What {@link FloatProgress} has. */
export interface FloatProgressState extends DOMState, DescribedState {
  /** Use a predefined styling for the progress bar. Default: "". */
  barStyle: "success" | "info" | "warning" | "danger" | "" | null;
  /** Max value. Default: 100. */
  max: number;
  /** Min value. Default: 0. */
  min: number;
  /** Vertical or horizontal. Default: "horizontal". */
  orientation: "horizontal" | "vertical";
  get style(): ProgressStyle;
  set style(value: ProgressStyle | Init<ProgressStyleState>);
  /** Float value. Default: 0. */
  value: number;
}

/** A bar that tells how far something is. Made by the function of the same name. */
export interface FloatProgress extends DOMWidget, FloatProgressState {}
/**
 * Makes a bar that tells how far something is.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.FloatProgress({ value: 0.3, max: 1 });
 */
export const FloatProgress: Control<FloatProgress, FloatProgressState> = control("FloatProgress");

/** What {@link FloatRangeSlider} has. */
export interface FloatRangeSliderState extends DOMState, DescribedState {
  /** Slider dragging behavior. Default: "drag-tap". */
  behavior: "drag-tap" | "drag-snap" | "tap" | "drag" | "snap";
  /** Update the value of the widget as the user is sliding the slider. Default: true. */
  continuousUpdate: boolean;
  /** Enable or disable user changes. Default: false. */
  disabled: boolean;
  /** Max value. Default: 100. */
  max: number;
  /** Min value. Default: 0. */
  min: number;
  /** Vertical or horizontal. Default: "horizontal". */
  orientation: "horizontal" | "vertical";
  /** Display the current value of the slider next to it. Default: true. */
  readout: boolean;
  /** Format for the readout. Default: ".2f". */
  readoutFormat: string;
  /** Minimum step to increment the value. Default: 0.1. */
  step: number | null;
  get style(): SliderStyle;
  set style(value: SliderStyle | Init<SliderStyleState>);
  /** Tuple of (lower, upper) bounds. Default: [0,1]. */
  value: readonly [number, number];
}

/** A slider for two numbers. Made by the function of the same name. */
export interface FloatRangeSlider extends DOMWidget, FloatRangeSliderState {}
/**
 * Makes a slider for two numbers.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.FloatRangeSlider({ value: [0.2, 0.8], min: 0, max: 1 });
 */
export const FloatRangeSlider: Control<FloatRangeSlider, FloatRangeSliderState> = control("FloatRangeSlider");

/** What {@link FloatSlider} has. */
export interface FloatSliderState extends DOMState, DescribedState {
  /** Slider dragging behavior. Default: "drag-tap". */
  behavior: "drag-tap" | "drag-snap" | "tap" | "drag" | "snap";
  /** Update the value of the widget as the user is holding the slider. Default: true. */
  continuousUpdate: boolean;
  /** Enable or disable user changes. Default: false. */
  disabled: boolean;
  /** Max value. Default: 100. */
  max: number;
  /** Min value. Default: 0. */
  min: number;
  /** Vertical or horizontal. Default: "horizontal". */
  orientation: "horizontal" | "vertical";
  /** Display the current value of the slider next to it. Default: true. */
  readout: boolean;
  /** Format for the readout. Default: ".2f". */
  readoutFormat: string;
  /** Minimum step to increment the value. Default: 0.1. */
  step: number | null;
  get style(): SliderStyle;
  set style(value: SliderStyle | Init<SliderStyleState>);
  /** Float value. Default: 0. */
  value: number;
}

/** A slider for a number. Made by the function of the same name. */
export interface FloatSlider extends DOMWidget, FloatSliderState {}
/**
 * Makes a slider for a number.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.FloatSlider({ value: 0.5, min: 0, max: 1, step: 0.01 });
 */
export const FloatSlider: Control<FloatSlider, FloatSliderState> = control("FloatSlider");

/** What {@link FloatText} has. */
export interface FloatTextState extends DOMState, DescribedState {
  /** Update the value as the user types. If False, update on submission, e.g., pressing Enter or navigating away. Default: false. */
  continuousUpdate: boolean;
  /** Enable or disable user changes. Default: false. */
  disabled: boolean;
  /** Minimum step to increment the value. Default: null. */
  step: number | null;
  /** Styling customizations. */
  get style(): DescriptionStyle;
  set style(value: DescriptionStyle | Init<DescriptionStyleState>);
  /** Float value. Default: 0. */
  value: number;
}

/** A field for a number. Made by the function of the same name. */
export interface FloatText extends DOMWidget, FloatTextState {}
/**
 * Makes a field for a number.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.FloatText({ value: 0.5 });
 */
export const FloatText: Control<FloatText, FloatTextState> = control("FloatText");

/** What {@link FloatsInput} has. */
export interface FloatsInputState extends DOMState, DescribedState {
  /** Default: true. */
  allowDuplicates: boolean;
  /** Default: []. */
  allowedTags: readonly number[];
  /** Default: ".1f". */
  format: string;
  /** Default: null. */
  max: number | null;
  /** Default: null. */
  min: number | null;
  /** Default: "". */
  placeholder: string;
  /** Styling customizations. */
  get style(): DescriptionStyle;
  set style(value: DescriptionStyle | Init<DescriptionStyleState>);
  /** Use a predefined styling for the tags. Default: "". */
  tagStyle: "primary" | "success" | "info" | "warning" | "danger" | "";
  /** List of float tags. Default: []. */
  value: readonly number[];
}

/** A list of numbers that can be added to. Made by the function of the same name. */
export interface FloatsInput extends DOMWidget, FloatsInputState {}
/**
 * Makes a list of numbers that can be added to.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.FloatsInput({ value: [0.5, 1.5] });
 */
export const FloatsInput: Control<FloatsInput, FloatsInputState> = control("FloatsInput");

/** What {@link GridBox} has. */
export interface GridBoxState extends DOMState {
  /** Use a predefined styling for the box. Default: "". */
  boxStyle: "success" | "info" | "warning" | "danger" | "";
  /** List of widget children. Default: []. */
  children: readonly Widget[];
}

/** Widgets in a grid. Made by the function of the same name. */
export interface GridBox extends DOMWidget, GridBoxState {}
/**
 * Makes widgets in a grid.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.GridBox([widgets.IntText(), widgets.IntText()], { layout: { gridTemplateColumns: "1fr 1fr" } });
 */
export const GridBox: Control<GridBox, GridBoxState> = control("GridBox");

/** What {@link HBox} has. */
export interface HBoxState extends DOMState {
  /** Use a predefined styling for the box. Default: "". */
  boxStyle: "success" | "info" | "warning" | "danger" | "";
  /** List of widget children. Default: []. */
  children: readonly Widget[];
}

/** Widgets side by side. Made by the function of the same name. */
export interface HBox extends DOMWidget, HBoxState {}
/**
 * Makes widgets side by side.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.HBox([widgets.Label("n"), widgets.IntSlider()]);
 */
export const HBox: Control<HBox, HBoxState> = control("HBox");

/** What {@link HTMLMath} has. */
export interface HTMLMathState extends DOMState, DescribedState {
  /** Placeholder text to display when nothing has been typed. Default: "". */
  placeholder: string;
  get style(): HTMLMathStyle;
  set style(value: HTMLMathStyle | Init<HTMLMathStyleState>);
  /** String value. Default: "". */
  value: string;
}

/** HTML with formulas. Made by the function of the same name. */
export interface HTMLMath extends DOMWidget, HTMLMathState {}
/**
 * Makes hTML with formulas.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.HTMLMath("<b>$x^2$</b>");
 */
export const HTMLMath: Control<HTMLMath, HTMLMathState> = control("HTMLMath");

/** What {@link HTMLMathStyle} has. */
export interface HTMLMathStyleState {
  /** Background specifications. Default: null. */
  background: string | null;
  /** Width of the description to the side of the control. Default: "". */
  descriptionWidth: string;
  /** Text font size. Default: null. */
  fontSize: string | null;
  /** Text color. Default: null. */
  textColor: string | null;
}

/** The style of HTML with formulas. Made by the function of the same name. */
export interface HTMLMathStyle extends Widget, HTMLMathStyleState {}
/**
 * Makes the style of HTML with formulas.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.HTMLMathStyle({ fontSize: "20px" });
 */
export const HTMLMathStyle: Control<HTMLMathStyle, HTMLMathStyleState> = control("HTMLMathStyle");

/** What {@link HTML} has. */
export interface HTMLState extends DOMState, DescribedState {
  /** Placeholder text to display when nothing has been typed. Default: "". */
  placeholder: string;
  get style(): HTMLStyle;
  set style(value: HTMLStyle | Init<HTMLStyleState>);
  /** String value. Default: "". */
  value: string;
}

/** HTML. Made by the function of the same name. */
export interface HTML extends DOMWidget, HTMLState {}
/**
 * Makes hTML.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.HTML("<b>bold</b>");
 */
export const HTML: Control<HTML, HTMLState> = control("HTML");

/** What {@link HTMLStyle} has. */
export interface HTMLStyleState {
  /** Background specifications. Default: null. */
  background: string | null;
  /** Width of the description to the side of the control. Default: "". */
  descriptionWidth: string;
  /** Text font size. Default: null. */
  fontSize: string | null;
  /** Text color. Default: null. */
  textColor: string | null;
}

/** The style of HTML. Made by the function of the same name. */
export interface HTMLStyle extends Widget, HTMLStyleState {}
/**
 * Makes the style of HTML.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.HTMLStyle({ textColor: "gray" });
 */
export const HTMLStyle: Control<HTMLStyle, HTMLStyleState> = control("HTMLStyle");

/** What {@link Image} has. */
export interface ImageState extends DOMState {
  /** The format of the image. Default: "png". */
  format: string;
  /** Height of the image in pixels. Use layout.height for styling the widget. Default: "". */
  height: string | number;
  /** The media data as a memory view of bytes. Default: "b''". */
  get value(): Uint8Array;
  set value(value: Uint8Array | string);
  /** Width of the image in pixels. Use layout.width for styling the widget. Default: "". */
  width: string | number;
}

/** A picture. Made by the function of the same name. */
export interface Image extends MediaWidget, ImageState {}
/**
 * Makes a picture.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.Image({ value: "https://example.org/a.png", format: "url" });
 */
export const Image: MediaControl<Image, ImageState> = control("Image");

/** What {@link IntProgress} has. */
export interface IntProgressState extends DOMState, DescribedState {
  /** Use a predefined styling for the progress bar. Default: "". */
  barStyle: "success" | "info" | "warning" | "danger" | "";
  /** Max value. Default: 100. */
  max: number;
  /** Min value. Default: 0. */
  min: number;
  /** Vertical or horizontal. Default: "horizontal". */
  orientation: "horizontal" | "vertical";
  get style(): ProgressStyle;
  set style(value: ProgressStyle | Init<ProgressStyleState>);
  /** Int value. Default: 0. */
  value: number;
}

/** A bar that tells how far something is, in whole numbers. Made by the function of the same name. */
export interface IntProgress extends DOMWidget, IntProgressState {}
/**
 * Makes a bar that tells how far something is, in whole numbers.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.IntProgress({ value: 3, max: 10 });
 */
export const IntProgress: Control<IntProgress, IntProgressState> = control("IntProgress");

/** What {@link IntRangeSlider} has. */
export interface IntRangeSliderState extends DOMState, DescribedState {
  /** Slider dragging behavior. Default: "drag-tap". */
  behavior: "drag-tap" | "drag-snap" | "tap" | "drag" | "snap";
  /** Update the value of the widget as the user is sliding the slider. Default: true. */
  continuousUpdate: boolean;
  /** Enable or disable user changes. Default: false. */
  disabled: boolean;
  /** Max value. Default: 100. */
  max: number;
  /** Min value. Default: 0. */
  min: number;
  /** Vertical or horizontal. Default: "horizontal". */
  orientation: "horizontal" | "vertical";
  /** Display the current value of the slider next to it. Default: true. */
  readout: boolean;
  /** Format for the readout. Default: "d". */
  readoutFormat: string;
  /** Minimum step that the value can take. Default: 1. */
  step: number;
  /** Slider style customizations. */
  get style(): SliderStyle;
  set style(value: SliderStyle | Init<SliderStyleState>);
  /** Tuple of (lower, upper) bounds. Default: [0,1]. */
  value: readonly [number, number];
}

/** A slider for two whole numbers. Made by the function of the same name. */
export interface IntRangeSlider extends DOMWidget, IntRangeSliderState {}
/**
 * Makes a slider for two whole numbers.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.IntRangeSlider({ value: [2, 8], min: 0, max: 10 });
 */
export const IntRangeSlider: Control<IntRangeSlider, IntRangeSliderState> = control("IntRangeSlider");

/** What {@link IntSlider} has. */
export interface IntSliderState extends DOMState, DescribedState {
  /** Slider dragging behavior. Default: "drag-tap". */
  behavior: "drag-tap" | "drag-snap" | "tap" | "drag" | "snap";
  /** Update the value of the widget as the user is holding the slider. Default: true. */
  continuousUpdate: boolean;
  /** Enable or disable user changes. Default: false. */
  disabled: boolean;
  /** Max value. Default: 100. */
  max: number;
  /** Min value. Default: 0. */
  min: number;
  /** Vertical or horizontal. Default: "horizontal". */
  orientation: "horizontal" | "vertical";
  /** Display the current value of the slider next to it. Default: true. */
  readout: boolean;
  /** Format for the readout. Default: "d". */
  readoutFormat: string;
  /** Minimum step to increment the value. Default: 1. */
  step: number;
  get style(): SliderStyle;
  set style(value: SliderStyle | Init<SliderStyleState>);
  /** Int value. Default: 0. */
  value: number;
}

/** A slider for a whole number. Made by the function of the same name. */
export interface IntSlider extends DOMWidget, IntSliderState {}
/**
 * Makes a slider for a whole number.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.IntSlider({ value: 3, min: 0, max: 10, description: "n" });
 */
export const IntSlider: Control<IntSlider, IntSliderState> = control("IntSlider");

/** What {@link IntText} has. */
export interface IntTextState extends DOMState, DescribedState {
  /** Update the value as the user types. If False, update on submission, e.g., pressing Enter or navigating away. Default: false. */
  continuousUpdate: boolean;
  /** Enable or disable user changes. Default: false. */
  disabled: boolean;
  /** Minimum step to increment the value. Default: 1. */
  step: number;
  /** Styling customizations. */
  get style(): DescriptionStyle;
  set style(value: DescriptionStyle | Init<DescriptionStyleState>);
  /** Int value. Default: 0. */
  value: number;
}

/** A field for a whole number. Made by the function of the same name. */
export interface IntText extends DOMWidget, IntTextState {}
/**
 * Makes a field for a whole number.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.IntText({ value: 3 });
 */
export const IntText: Control<IntText, IntTextState> = control("IntText");

/** What {@link IntsInput} has. */
export interface IntsInputState extends DOMState, DescribedState {
  /** Default: true. */
  allowDuplicates: boolean;
  /** Default: []. */
  allowedTags: readonly number[];
  /** Default: "d". */
  format: string;
  /** Default: null. */
  max: number | null;
  /** Default: null. */
  min: number | null;
  /** Default: "". */
  placeholder: string;
  /** Styling customizations. */
  get style(): DescriptionStyle;
  set style(value: DescriptionStyle | Init<DescriptionStyleState>);
  /** Use a predefined styling for the tags. Default: "". */
  tagStyle: "primary" | "success" | "info" | "warning" | "danger" | "";
  /** List of int tags. Default: []. */
  value: readonly number[];
}

/** A list of whole numbers that can be added to. Made by the function of the same name. */
export interface IntsInput extends DOMWidget, IntsInputState {}
/**
 * Makes a list of whole numbers that can be added to.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.IntsInput({ value: [16, 32] });
 */
export const IntsInput: Control<IntsInput, IntsInputState> = control("IntsInput");

/** What {@link Label} has. */
export interface LabelState extends DOMState, DescribedState {
  /** Placeholder text to display when nothing has been typed. Default: "". */
  placeholder: string;
  get style(): LabelStyle;
  set style(value: LabelStyle | Init<LabelStyleState>);
  /** String value. Default: "". */
  value: string;
}

/** A text with formulas. Made by the function of the same name. */
export interface Label extends DOMWidget, LabelState {}
/**
 * Makes a text with formulas.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.Label("$x^2$");
 */
export const Label: Control<Label, LabelState> = control("Label");

/** What {@link LabelStyle} has. */
export interface LabelStyleState {
  /** Background specifications. Default: null. */
  background: string | null;
  /** Width of the description to the side of the control. Default: "". */
  descriptionWidth: string;
  /** Label text font family. Default: null. */
  fontFamily: string | null;
  /** Text font size. Default: null. */
  fontSize: string | null;
  /** Label text font style. Default: null. */
  fontStyle: string | null;
  /** Label text font variant. Default: null. */
  fontVariant: string | null;
  /** Label text font weight. Default: null. */
  fontWeight: string | null;
  /** Text color. Default: null. */
  textColor: string | null;
  /** Label text decoration. Default: null. */
  textDecoration: string | null;
}

/** The style of a label. Made by the function of the same name. */
export interface LabelStyle extends Widget, LabelStyleState {}
/**
 * Makes the style of a label.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.LabelStyle({ fontWeight: "bold" });
 */
export const LabelStyle: Control<LabelStyle, LabelStyleState> = control("LabelStyle");

/** What {@link Link} has. */
export interface LinkState {
  /** The source (widget, 'trait_name') pair. Default: []. */
  source: LinkEnd;
  /** The target (widget, 'trait_name') pair. Default: []. */
  target: LinkEnd;
}

/** A link in the page between two widgets. Made by the function of the same name. */
export interface Link extends Widget, LinkState {}
/**
 * Makes a link in the page between two widgets.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.Link({ source: [widgets.IntSlider(), "value"], target: [widgets.IntText(), "value"] });
 */
export const Link: Control<Link, LinkState> = control("Link");

/** What {@link NaiveDatetimePicker} has. */
export interface NaiveDatetimePickerState extends DOMState, DescribedState {
  /** Enable or disable user changes. Default: false. */
  disabled: boolean;
  /** Default: null. */
  max: Date | null;
  /** Default: null. */
  min: Date | null;
  /** Styling customizations. */
  get style(): DescriptionStyle;
  set style(value: DescriptionStyle | Init<DescriptionStyleState>);
  /** Default: null. */
  value: Date | null;
}

/** A field for a date and a time of no time zone, which are UTC's here. Made by the function of the same name. */
export interface NaiveDatetimePicker extends DOMWidget, NaiveDatetimePickerState {}
/**
 * Makes a field for a date and a time of no time zone, which are UTC's here.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.NaiveDatetimePicker({ value: new Date("2024-02-29T12:30:00Z") });
 */
export const NaiveDatetimePicker: Control<NaiveDatetimePicker, NaiveDatetimePickerState> =
  control("NaiveDatetimePicker");

/** What {@link Password} has. */
export interface PasswordState extends DOMState, DescribedState {
  /** Update the value as the user types. If False, update on submission, e.g., pressing Enter or navigating away. Default: true. */
  continuousUpdate: boolean;
  /** Enable or disable user changes. Default: false. */
  disabled: boolean;
  /** Placeholder text to display when nothing has been typed. Default: "". */
  placeholder: string;
  get style(): TextStyle;
  set style(value: TextStyle | Init<TextStyleState>);
  /** String value. Default: "". */
  value: string;
}

/** A line of text that cannot be read. Made by the function of the same name. */
export interface Password extends SubmittedWidget, PasswordState {}
/**
 * Makes a line of text that cannot be read.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.Password({ description: "token" });
 */
export const Password: Control<Password, PasswordState> = control("Password");

/** What {@link Play} has. */
export interface PlayState extends DOMState, DescribedState {
  /** Enable or disable user changes. Default: false. */
  disabled: boolean;
  /** The time between two animation steps (ms). Default: 100. */
  interval: number;
  /** Max value. Default: 100. */
  max: number;
  /** Min value. Default: 0. */
  min: number;
  /** Whether the control is currently playing. Default: false. */
  playing: boolean;
  /** Whether the control will repeat in a continuous loop. Default: false. */
  repeat: boolean;
  /** Show the repeat toggle button in the widget. Default: true. */
  showRepeat: boolean;
  /** Increment step. Default: 1. */
  step: number;
  /** Styling customizations. */
  get style(): DescriptionStyle;
  set style(value: DescriptionStyle | Init<DescriptionStyleState>);
  /** Int value. Default: 0. */
  value: number;
}

/** Buttons that count. Made by the function of the same name. */
export interface Play extends DOMWidget, PlayState {}
/**
 * Makes buttons that count.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.Play({ min: 0, max: 20, interval: 200 });
 */
export const Play: Control<Play, PlayState> = control("Play");

/** What {@link ProgressStyle} has. */
export interface ProgressStyleState {
  /** Color of the progress bar. Default: null. */
  barColor: string | null;
  /** Width of the description to the side of the control. Default: "". */
  descriptionWidth: string;
}

/** The style of a progress bar. Made by the function of the same name. */
export interface ProgressStyle extends Widget, ProgressStyleState {}
/**
 * Makes the style of a progress bar.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.ProgressStyle({ barColor: "teal" });
 */
export const ProgressStyle: Control<ProgressStyle, ProgressStyleState> = control("ProgressStyle");

/** What {@link RadioButtons} has. */
export interface RadioButtonsLook extends DOMState, DescribedState {
  /** Enable or disable user changes. Default: false. */
  disabled: boolean;
  /** Vertical or horizontal. Default: "vertical". */
  orientation: "horizontal" | "vertical";
  /** Styling customizations. */
  get style(): DescriptionStyle;
  set style(value: DescriptionStyle | Init<DescriptionStyleState>);
}

/** What {@link RadioButtons} has. */
export interface RadioButtonsState<T = Anything> extends RadioButtonsLook, SelectionState<T> {}
/** Buttons of which one is on. Made by the function of the same name. */
export interface RadioButtons<T = Anything> extends DOMWidget, RadioButtonsState<T> {}
/**
 * Makes buttons of which one is on.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.RadioButtons({ options: ["relu", "gelu"] });
 */
export const RadioButtons: {
  new <T = Anything>(state?: Init<RadioButtonsLook> & Partial<SelectionState<T>>): RadioButtons<T>;
  <T = Anything>(state?: Init<RadioButtonsLook> & Partial<SelectionState<T>>): RadioButtons<T>;
} = control("RadioButtons");

/** What {@link Select} has. */
export interface SelectLook extends DOMState, DescribedState {
  /** Enable or disable user changes. Default: false. */
  disabled: boolean;
  /** The number of rows to display. Default: 5. */
  rows: number;
  /** Styling customizations. */
  get style(): DescriptionStyle;
  set style(value: DescriptionStyle | Init<DescriptionStyleState>);
}

/** What {@link Select} has. */
export interface SelectState<T = Anything> extends SelectLook, SelectionState<T> {}
/** A list in which one is selected. Made by the function of the same name. */
export interface Select<T = Anything> extends DOMWidget, SelectState<T> {}
/**
 * Makes a list in which one is selected.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.Select({ options: ["relu", "gelu"], rows: 2 });
 */
export const Select: {
  new <T = Anything>(state?: Init<SelectLook> & Partial<SelectionState<T>>): Select<T>;
  <T = Anything>(state?: Init<SelectLook> & Partial<SelectionState<T>>): Select<T>;
} = control("Select");

/** What {@link SelectMultiple} has. */
export interface SelectMultipleLook extends DOMState, DescribedState {
  /** Enable or disable user changes. Default: false. */
  disabled: boolean;
  /** The number of rows to display. Default: 5. */
  rows: number;
  /** Styling customizations. */
  get style(): DescriptionStyle;
  set style(value: DescriptionStyle | Init<DescriptionStyleState>);
}

/** What {@link SelectMultiple} has. */
export interface SelectMultipleState<T = Anything> extends SelectMultipleLook, MultipleSelectionState<T> {}
/** A list in which several are selected. Made by the function of the same name. */
export interface SelectMultiple<T = Anything> extends DOMWidget, SelectMultipleState<T> {}
/**
 * Makes a list in which several are selected.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.SelectMultiple({ options: ["a", "b", "c"], value: ["a", "c"] });
 */
export const SelectMultiple: {
  new <T = Anything>(
    state?: Init<SelectMultipleLook> & Partial<MultipleSelectionState<T>>,
  ): SelectMultiple<T>;
  <T = Anything>(state?: Init<SelectMultipleLook> & Partial<MultipleSelectionState<T>>): SelectMultiple<T>;
} = control("SelectMultiple");

/** What {@link SelectionRangeSlider} has. */
export interface SelectionRangeSliderLook extends DOMState, DescribedState {
  /** Slider dragging behavior. Default: "drag-tap". */
  behavior: "drag-tap" | "drag-snap" | "tap" | "drag" | "snap";
  /** Update the value of the widget as the user is holding the slider. Default: true. */
  continuousUpdate: boolean;
  /** Enable or disable user changes. Default: false. */
  disabled: boolean;
  /** Vertical or horizontal. Default: "horizontal". */
  orientation: "horizontal" | "vertical";
  /** Display the current selected label next to the slider. Default: true. */
  readout: boolean;
  get style(): SliderStyle;
  set style(value: SliderStyle | Init<SliderStyleState>);
}

/** What {@link SelectionRangeSlider} has. */
export interface SelectionRangeSliderState<T = Anything>
  extends SelectionRangeSliderLook, MultipleSelectionState<T> {}
/** A slider for a range of a list. Made by the function of the same name. */
export interface SelectionRangeSlider<T = Anything> extends DOMWidget, SelectionRangeSliderState<T> {}
/**
 * Makes a slider for a range of a list.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.SelectionRangeSlider({ options: ["S", "M", "L", "XL"], index: [1, 2] });
 */
export const SelectionRangeSlider: {
  new <T = Anything>(
    state?: Init<SelectionRangeSliderLook> & Partial<MultipleSelectionState<T>>,
  ): SelectionRangeSlider<T>;
  <T = Anything>(
    state?: Init<SelectionRangeSliderLook> & Partial<MultipleSelectionState<T>>,
  ): SelectionRangeSlider<T>;
} = control("SelectionRangeSlider");

/** What {@link SelectionSlider} has. */
export interface SelectionSliderLook extends DOMState, DescribedState {
  /** Slider dragging behavior. Default: "drag-tap". */
  behavior: "drag-tap" | "drag-snap" | "tap" | "drag" | "snap";
  /** Update the value of the widget as the user is holding the slider. Default: true. */
  continuousUpdate: boolean;
  /** Enable or disable user changes. Default: false. */
  disabled: boolean;
  /** Vertical or horizontal. Default: "horizontal". */
  orientation: "horizontal" | "vertical";
  /** Display the current selected label next to the slider. Default: true. */
  readout: boolean;
  get style(): SliderStyle;
  set style(value: SliderStyle | Init<SliderStyleState>);
}

/** What {@link SelectionSlider} has. */
export interface SelectionSliderState<T = Anything> extends SelectionSliderLook, SelectionState<T> {}
/** A slider over a list. Made by the function of the same name. */
export interface SelectionSlider<T = Anything> extends DOMWidget, SelectionSliderState<T> {}
/**
 * Makes a slider over a list.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.SelectionSlider({ options: ["small", "medium", "large"], value: "medium" });
 */
export const SelectionSlider: {
  new <T = Anything>(state?: Init<SelectionSliderLook> & Partial<SelectionState<T>>): SelectionSlider<T>;
  <T = Anything>(state?: Init<SelectionSliderLook> & Partial<SelectionState<T>>): SelectionSlider<T>;
} = control("SelectionSlider");

/** What {@link SliderStyle} has. */
export interface SliderStyleState {
  /** Width of the description to the side of the control. Default: "". */
  descriptionWidth: string;
  /** Color of the slider handle. Default: null. */
  handleColor: string | null;
}

/** The style of a slider. Made by the function of the same name. */
export interface SliderStyle extends Widget, SliderStyleState {}
/**
 * Makes the style of a slider.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.SliderStyle({ handleColor: "teal" });
 */
export const SliderStyle: Control<SliderStyle, SliderStyleState> = control("SliderStyle");

/** What {@link Stack} has. */
export interface StackState extends DOMState {
  /** Use a predefined styling for the box. Default: "". */
  boxStyle: "success" | "info" | "warning" | "danger" | "";
  /** List of widget children. Default: []. */
  children: readonly Widget[];
  /** The index of the selected page. This is either an integer selecting a particular sub-widget, or None to have no widgets selected. Default: null. */
  selectedIndex: number | null;
  /** Titles of the pages. Default: []. */
  titles: readonly string[];
}

/** Widgets of which one is seen. Made by the function of the same name. */
export interface Stack extends PagesWidget, StackState {}
/**
 * Makes widgets of which one is seen.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.Stack([widgets.IntSlider(), widgets.Text()], { selectedIndex: 0 });
 */
export const Stack: Control<Stack, StackState> = control("Stack");

/** What {@link Tab} has. */
export interface TabState extends DOMState {
  /** Use a predefined styling for the box. Default: "". */
  boxStyle: "success" | "info" | "warning" | "danger" | "";
  /** List of widget children. Default: []. */
  children: readonly Widget[];
  /** The index of the selected page. This is either an integer selecting a particular sub-widget, or None to have no widgets selected. Default: null. */
  selectedIndex: number | null;
  /** Titles of the pages. Default: []. */
  titles: readonly string[];
}

/** Pages with tabs. Made by the function of the same name. */
export interface Tab extends PagesWidget, TabState {}
/**
 * Makes pages with tabs.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.Tab([widgets.IntSlider(), widgets.Text()], { titles: ["n", "name"] });
 */
export const Tab: Control<Tab, TabState> = control("Tab");

/** What {@link TagsInput} has. */
export interface TagsInputState extends DOMState, DescribedState {
  /** Default: true. */
  allowDuplicates: boolean;
  /** Default: []. */
  allowedTags: readonly string[];
  /** Default: "". */
  placeholder: string;
  /** Styling customizations. */
  get style(): DescriptionStyle;
  set style(value: DescriptionStyle | Init<DescriptionStyleState>);
  /** Use a predefined styling for the tags. Default: "". */
  tagStyle: "primary" | "success" | "info" | "warning" | "danger" | "";
  /** List of string tags. Default: []. */
  value: readonly string[];
}

/** A list of words that can be added to. Made by the function of the same name. */
export interface TagsInput extends DOMWidget, TagsInputState {}
/**
 * Makes a list of words that can be added to.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.TagsInput({ value: ["cat", "dog"] });
 */
export const TagsInput: Control<TagsInput, TagsInputState> = control("TagsInput");

/** What {@link Text} has. */
export interface TextState extends DOMState, DescribedState {
  /** Update the value as the user types. If False, update on submission, e.g., pressing Enter or navigating away. Default: true. */
  continuousUpdate: boolean;
  /** Enable or disable user changes. Default: false. */
  disabled: boolean;
  /** Placeholder text to display when nothing has been typed. Default: "". */
  placeholder: string;
  get style(): TextStyle;
  set style(value: TextStyle | Init<TextStyleState>);
  /** String value. Default: "". */
  value: string;
}

/** A line of text. Made by the function of the same name. */
export interface Text extends SubmittedWidget, TextState {}
/**
 * Makes a line of text.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.Text({ value: "hello", description: "name" });
 */
export const Text: Control<Text, TextState> = control("Text");

/** What {@link TextStyle} has. */
export interface TextStyleState {
  /** Background specifications. Default: null. */
  background: string | null;
  /** Width of the description to the side of the control. Default: "". */
  descriptionWidth: string;
  /** Text font size. Default: null. */
  fontSize: string | null;
  /** Text color. Default: null. */
  textColor: string | null;
}

/** The style of a line of text. Made by the function of the same name. */
export interface TextStyle extends Widget, TextStyleState {}
/**
 * Makes the style of a line of text.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.TextStyle({ background: "lightyellow" });
 */
export const TextStyle: Control<TextStyle, TextStyleState> = control("TextStyle");

/** What {@link Textarea} has. */
export interface TextareaState extends DOMState, DescribedState {
  /** Update the value as the user types. If False, update on submission, e.g., pressing Enter or navigating away. Default: true. */
  continuousUpdate: boolean;
  /** Enable or disable user changes. Default: false. */
  disabled: boolean;
  /** Placeholder text to display when nothing has been typed. Default: "". */
  placeholder: string;
  /** The number of rows to display. Default: null. */
  rows: number | null;
  get style(): TextStyle;
  set style(value: TextStyle | Init<TextStyleState>);
  /** String value. Default: "". */
  value: string;
}

/** Lines of text. Made by the function of the same name. */
export interface Textarea extends DOMWidget, TextareaState {}
/**
 * Makes lines of text.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.Textarea({ value: "one\ntwo", rows: 3 });
 */
export const Textarea: Control<Textarea, TextareaState> = control("Textarea");

/** What {@link TimePicker} has. */
export interface TimePickerState extends DOMState, DescribedState {
  /** Enable or disable user changes. Default: false. */
  disabled: boolean;
  /** Default: null. */
  max: string | null;
  /** Default: null. */
  min: string | null;
  /** The time step to use for the picker, in seconds, or "any". Default: 60. */
  step: number | "any";
  /** Styling customizations. */
  get style(): DescriptionStyle;
  set style(value: DescriptionStyle | Init<DescriptionStyleState>);
  /** Default: null. */
  value: string | null;
}

/** A field for a time of day. Made by the function of the same name. */
export interface TimePicker extends DOMWidget, TimePickerState {}
/**
 * Makes a field for a time of day.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.TimePicker({ value: "12:34" });
 */
export const TimePicker: Control<TimePicker, TimePickerState> = control("TimePicker");

/** What {@link ToggleButton} has. */
export interface ToggleButtonState extends DOMState, DescribedState {
  /** Use a predefined styling for the button. Default: "". */
  buttonStyle: "primary" | "success" | "info" | "warning" | "danger" | "";
  /** Enable or disable user changes. Default: false. */
  disabled: boolean;
  /** Font-awesome icon. Default: "". */
  icon: string;
  /** Styling customizations. */
  get style(): ToggleButtonStyle;
  set style(value: ToggleButtonStyle | Init<ToggleButtonStyleState>);
  /** Bool value. Default: false. */
  value: boolean;
}

/** A button that stays pressed. Made by the function of the same name. */
export interface ToggleButton extends DOMWidget, ToggleButtonState {}
/**
 * Makes a button that stays pressed.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.ToggleButton({ value: true, description: "log scale" });
 */
export const ToggleButton: Control<ToggleButton, ToggleButtonState> = control("ToggleButton");

/** What {@link ToggleButtonStyle} has. */
export interface ToggleButtonStyleState {
  /** Width of the description to the side of the control. Default: "". */
  descriptionWidth: string;
  /** Toggle button text font family. Default: null. */
  fontFamily: string | null;
  /** Toggle button text font size. Default: null. */
  fontSize: string | null;
  /** Toggle button text font style. Default: null. */
  fontStyle: string | null;
  /** Toggle button text font variant. Default: null. */
  fontVariant: string | null;
  /** Toggle button text font weight. Default: null. */
  fontWeight: string | null;
  /** Toggle button text color. Default: null. */
  textColor: string | null;
  /** Toggle button text decoration. Default: null. */
  textDecoration: string | null;
}

/** The style of a button that stays pressed. Made by the function of the same name. */
export interface ToggleButtonStyle extends Widget, ToggleButtonStyleState {}
/**
 * Makes the style of a button that stays pressed.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.ToggleButtonStyle({ fontWeight: "bold" });
 */
export const ToggleButtonStyle: Control<ToggleButtonStyle, ToggleButtonStyleState> =
  control("ToggleButtonStyle");

/** What {@link ToggleButtons} has. */
export interface ToggleButtonsLook extends DOMState, DescribedState {
  /** Use a predefined styling for the buttons. Default: "". */
  buttonStyle: "primary" | "success" | "info" | "warning" | "danger" | "" | null;
  /** Enable or disable user changes. Default: false. */
  disabled: boolean;
  /** Icons names for each button (FontAwesome names without the fa- prefix). Default: []. */
  icons: readonly string[];
  get style(): ToggleButtonsStyle;
  set style(value: ToggleButtonsStyle | Init<ToggleButtonsStyleState>);
  /** Tooltips for each button. Default: []. */
  tooltips: readonly string[];
}

/** What {@link ToggleButtons} has. */
export interface ToggleButtonsState<T = Anything> extends ToggleButtonsLook, SelectionState<T> {}
/** Buttons of which one stays pressed. Made by the function of the same name. */
export interface ToggleButtons<T = Anything> extends DOMWidget, ToggleButtonsState<T> {}
/**
 * Makes buttons of which one stays pressed.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.ToggleButtons({ options: ["train", "test"] });
 */
export const ToggleButtons: {
  new <T = Anything>(state?: Init<ToggleButtonsLook> & Partial<SelectionState<T>>): ToggleButtons<T>;
  <T = Anything>(state?: Init<ToggleButtonsLook> & Partial<SelectionState<T>>): ToggleButtons<T>;
} = control("ToggleButtons");

/** What {@link ToggleButtonsStyle} has. */
export interface ToggleButtonsStyleState {
  /** The width of each button. Default: "". */
  buttonWidth: string;
  /** Width of the description to the side of the control. Default: "". */
  descriptionWidth: string;
  /** Text font weight of each button. Default: "". */
  fontWeight: string;
}

/** The style of buttons of which one stays pressed. Made by the function of the same name. */
export interface ToggleButtonsStyle extends Widget, ToggleButtonsStyleState {}
/**
 * Makes the style of buttons of which one stays pressed.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.ToggleButtonsStyle({ buttonWidth: "80px" });
 */
export const ToggleButtonsStyle: Control<ToggleButtonsStyle, ToggleButtonsStyleState> =
  control("ToggleButtonsStyle");

/** What {@link VBox} has. */
export interface VBoxState extends DOMState {
  /** Use a predefined styling for the box. Default: "". */
  boxStyle: "success" | "info" | "warning" | "danger" | "";
  /** List of widget children. Default: []. */
  children: readonly Widget[];
}

/** Widgets below each other. Made by the function of the same name. */
export interface VBox extends DOMWidget, VBoxState {}
/**
 * Makes widgets below each other.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.VBox([widgets.IntSlider(), widgets.IntText()]);
 */
export const VBox: Control<VBox, VBoxState> = control("VBox");

/** What {@link Valid} has. */
export interface ValidState extends DOMState, DescribedState {
  /** Enable or disable user changes. Default: false. */
  disabled: boolean;
  /** Message displayed when the value is False. Default: "Invalid". */
  readout: string;
  /** Styling customizations. */
  get style(): DescriptionStyle;
  set style(value: DescriptionStyle | Init<DescriptionStyleState>);
  /** Bool value. Default: false. */
  value: boolean;
}

/** A mark that says whether something is valid. Made by the function of the same name. */
export interface Valid extends DOMWidget, ValidState {}
/**
 * Makes a mark that says whether something is valid.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.Valid({ value: true, description: "converged" });
 */
export const Valid: Control<Valid, ValidState> = control("Valid");

/** What {@link Video} has. */
export interface VideoState extends DOMState {
  /** When true, the video starts when it's displayed. Default: true. */
  autoplay: boolean;
  /** Specifies that video controls should be displayed (such as a play/pause button etc). Default: true. */
  controls: boolean;
  /** The format of the video. Default: "mp4". */
  format: string;
  /** Height of the video in pixels. Default: "". */
  height: string | number;
  /** When true, the video will start from the beginning after finishing. Default: true. */
  loop: boolean;
  /** The media data as a memory view of bytes. Default: "b''". */
  get value(): Uint8Array;
  set value(value: Uint8Array | string);
  /** Width of the video in pixels. Default: "". */
  width: string | number;
}

/** A film with controls. Made by the function of the same name. */
export interface Video extends MediaWidget, VideoState {}
/**
 * Makes a film with controls.
 *
 * @throws TypeError for a name that it does not have, or a value that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html
 * @example
 * widgets.Video({ value: "https://example.org/a.mp4", format: "url", autoplay: false });
 */
export const Video: MediaControl<Video, VideoState> = control("Video");

/** What {@link Output} has. */
export interface OutputState extends DOMState {
  /** Parent message id of messages to capture. Default: "". */
  msgId: string;
  /** The output messages synced from the frontend. Default: []. */
  outputs: readonly Record<string, unknown>[];
}
