// What the generated documentation says of each widget: a summary, and an example. The schema has neither.

/** Of `a widget`, what it is; and the arguments of an example where the bare call shows too little. */
const entries = {
  Layout: ["The layout of a widget: CSS by name", '{ width: "50%", border: "1px solid gray" }'],
  Accordion: [
    "Pages of which one at a time is open",
    '[widgets.IntSlider(), widgets.Text()], { titles: ["n", "name"] }',
  ],
  Audio: ["A sound with controls", '{ value: "https://example.org/a.mp3", format: "url", autoplay: false }'],
  BoundedFloatText: ["A field for a number between two limits", "{ value: 0.5, min: 0, max: 1 }"],
  BoundedIntText: ["A field for a whole number between two limits", "{ value: 3, min: 0, max: 10 }"],
  Box: ["Widgets together, one after the other", '[widgets.Label("n"), widgets.IntSlider()]'],
  Button: ["A button", '{ description: "Train", icon: "play" }'],
  ButtonStyle: ["The style of a button", '{ buttonColor: "lightgreen" }'],
  Checkbox: ["A box to be checked", '{ value: true, description: "shuffle" }'],
  CheckboxStyle: ["The style of a checkbox", '{ background: "lightgray" }'],
  ColorPicker: ["A field for a colour", '{ value: "#0b7a75", description: "line" }'],
  ColorsInput: ["A list of colours that can be added to", '{ value: ["red", "#0b7a75"] }'],
  Combobox: ["A line of text with suggestions", '{ options: ["adam", "sgd"], placeholder: "optimiser" }'],
  ControllerAxis: ["One axis of a game controller"],
  ControllerButton: ["One button of a game controller"],
  Controller: ["A game controller", "{ index: 0 }"],
  DatePicker: ["A field for a date, at midnight in UTC", '{ value: new Date("2024-02-29") }'],
  DatetimePicker: ["A field for a moment", '{ value: new Date("2024-02-29T12:30:00Z") }'],
  DescriptionStyle: ["The style of a widget with a description", '{ descriptionWidth: "initial" }'],
  DirectionalLink: [
    "A link in the page from one widget to another",
    '{ source: [widgets.IntSlider(), "value"], target: [widgets.IntText(), "value"] }',
  ],
  Dropdown: ["A list from which one is chosen", '{ options: ["relu", "gelu"], value: "gelu" }'],
  FileUpload: ["A button that uploads files", '{ accept: ".csv", multiple: true }'],
  FloatLogSlider: ["A slider for a number on a logarithmic scale", "{ value: 1e-3, min: -5, max: 0 }"],
  FloatProgress: ["A bar that tells how far something is", "{ value: 0.3, max: 1 }"],
  FloatRangeSlider: ["A slider for two numbers", "{ value: [0.2, 0.8], min: 0, max: 1 }"],
  FloatSlider: ["A slider for a number", "{ value: 0.5, min: 0, max: 1, step: 0.01 }"],
  FloatText: ["A field for a number", "{ value: 0.5 }"],
  FloatsInput: ["A list of numbers that can be added to", "{ value: [0.5, 1.5] }"],
  GridBox: [
    "Widgets in a grid",
    '[widgets.IntText(), widgets.IntText()], { layout: { gridTemplateColumns: "1fr 1fr" } }',
  ],
  HBox: ["Widgets side by side", '[widgets.Label("n"), widgets.IntSlider()]'],
  HTMLMath: ["HTML with formulas", '"<b>$x^2$</b>"'],
  HTMLMathStyle: ["The style of HTML with formulas", '{ fontSize: "20px" }'],
  HTML: ["HTML", '"<b>bold</b>"'],
  HTMLStyle: ["The style of HTML", '{ textColor: "gray" }'],
  Image: ["A picture", '{ value: "https://example.org/a.png", format: "url" }'],
  IntProgress: ["A bar that tells how far something is, in whole numbers", "{ value: 3, max: 10 }"],
  IntRangeSlider: ["A slider for two whole numbers", "{ value: [2, 8], min: 0, max: 10 }"],
  IntSlider: ["A slider for a whole number", '{ value: 3, min: 0, max: 10, description: "n" }'],
  IntText: ["A field for a whole number", "{ value: 3 }"],
  IntsInput: ["A list of whole numbers that can be added to", "{ value: [16, 32] }"],
  Label: ["A text with formulas", '"$x^2$"'],
  LabelStyle: ["The style of a label", '{ fontWeight: "bold" }'],
  Link: [
    "A link in the page between two widgets",
    '{ source: [widgets.IntSlider(), "value"], target: [widgets.IntText(), "value"] }',
  ],
  NaiveDatetimePicker: [
    "A field for a date and a time of no time zone, which are UTC's here",
    '{ value: new Date("2024-02-29T12:30:00Z") }',
  ],
  Output: ["An area that shows what code puts out"],
  Password: ["A line of text that cannot be read", '{ description: "token" }'],
  Play: ["Buttons that count", "{ min: 0, max: 20, interval: 200 }"],
  ProgressStyle: ["The style of a progress bar", '{ barColor: "teal" }'],
  RadioButtons: ["Buttons of which one is on", '{ options: ["relu", "gelu"] }'],
  Select: ["A list in which one is selected", '{ options: ["relu", "gelu"], rows: 2 }'],
  SelectMultiple: ["A list in which several are selected", '{ options: ["a", "b", "c"], value: ["a", "c"] }'],
  SelectionRangeSlider: [
    "A slider for a range of a list",
    '{ options: ["S", "M", "L", "XL"], index: [1, 2] }',
  ],
  SelectionSlider: ["A slider over a list", '{ options: ["small", "medium", "large"], value: "medium" }'],
  SliderStyle: ["The style of a slider", '{ handleColor: "teal" }'],
  Stack: ["Widgets of which one is seen", "[widgets.IntSlider(), widgets.Text()], { selectedIndex: 0 }"],
  Tab: ["Pages with tabs", '[widgets.IntSlider(), widgets.Text()], { titles: ["n", "name"] }'],
  TagsInput: ["A list of words that can be added to", '{ value: ["cat", "dog"] }'],
  Text: ["A line of text", '{ value: "hello", description: "name" }'],
  TextStyle: ["The style of a line of text", '{ background: "lightyellow" }'],
  Textarea: ["Lines of text", '{ value: "one\\ntwo", rows: 3 }'],
  TimePicker: ["A field for a time of day", '{ value: "12:34" }'],
  ToggleButton: ["A button that stays pressed", '{ value: true, description: "log scale" }'],
  ToggleButtonStyle: ["The style of a button that stays pressed", '{ fontWeight: "bold" }'],
  ToggleButtons: ["Buttons of which one stays pressed", '{ options: ["train", "test"] }'],
  ToggleButtonsStyle: ["The style of buttons of which one stays pressed", '{ buttonWidth: "80px" }'],
  VBox: ["Widgets below each other", "[widgets.IntSlider(), widgets.IntText()]"],
  Valid: ["A mark that says whether something is valid", '{ value: true, description: "converged" }'],
  Video: ["A film with controls", '{ value: "https://example.org/a.mp4", format: "url", autoplay: false }'],
};

/** A widget's summary and an example of its use. */
export function about(name) {
  const entry = entries[name];
  if (!entry) throw new Error(`controlDocs: nothing said about ${name}`);
  const [summary, args = ""] = entry;
  return [summary, `widgets.${name}(${args});`];
}
