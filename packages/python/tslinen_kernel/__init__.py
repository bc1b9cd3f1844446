"""tslinen's TypeScript kernel for Jupyter, as a Python package."""
