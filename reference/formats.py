"""Writes numbers by Python's formats, and stores what comes out: what `fmt` and formatters of plt take."""

from stored import write

values = [0.0, 1.0, -1.5, 0.1, 12.0, 1234567.0, 1e-7, 2 / 3, -2 / 3, 1e15, 99999.5, 0.0001]
percent = ["%g", "%d", "%.2f", "%1.1f%%", "%e", "%+.3g", "%5.1f", "%03d", "step %d of 9"]
braces = ["{:g}", "{:.1f} s", "{x:.0%}", "{:,.2f}", "{:+.1e}", "{:.3g}", "{{{:.0f}}}", "{x:d}"]


def formatted(form, value):
    number = int(value) if form.endswith("d}") else value
    return form % value if "%" in form and "{" not in form else form.format(number, x=number)


write("formats", [{"format": form, "value": value, "text": formatted(form, value)} for form in percent + braces for value in values])
