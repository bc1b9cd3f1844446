/** What all errors of modules have in common: the name that Flax gives them. */
export class FlaxError extends Error {
  override get name(): string {
    return this.constructor.name;
  }
}

/** A module with parameters or submodules was called by itself, outside `init` and `apply`. */
export class CallCompactUnboundModuleError extends FlaxError {
  constructor(module: string) {
    super(
      `Can't call ${module} by itself, it has parameters or submodules: ` +
        "const variables = module.init(key, x), then module.apply(variables, x)",
    );
  }
}

/** A module without variables was to be taken apart from them. */
export class CallUnbindOnUnboundModuleError extends FlaxError {
  constructor(module: string) {
    super(`Can't call unbind() on ${module}, it has no variables: const bound = module.bind(variables)`);
  }
}

/** A module with a `setup` was called by itself, outside `init` and `apply`. */
export class CallSetupUnboundModuleError extends FlaxError {
  constructor(module: string) {
    super(
      `Can't call ${module} by itself, it has a setup: ` +
        "const variables = module.init(key, x), then module.apply(variables, x)",
    );
  }
}

/** A collection that `apply` needs was not given. */
export class ScopeCollectionNotFound extends FlaxError {
  constructor(collection: string, variable: string, path: string) {
    super(
      `Tried to access "${variable}" from collection "${collection}" in "${path}" but the collection is empty.`,
    );
  }
}

/** A parameter that `apply` needs was not given. */
export class ScopeParamNotFoundError extends FlaxError {
  constructor(parameter: string, path: string) {
    super(`Could not find parameter named "${parameter}" in scope "${path}".`);
  }
}

/** A variable that `apply` needs was not given. */
export class ScopeVariableNotFoundError extends FlaxError {
  constructor(variable: string, collection: string, path: string) {
    super(`No variable named "${variable}" for collection "${collection}" exists in "${path}".`);
  }
}

/** A parameter has another shape than its initializer makes. */
export class ScopeParamShapeError extends FlaxError {
  constructor(parameter: string, path: string, expected: string, got: string) {
    super(
      `For parameter "${parameter}" in "${path}", the given initializer is expected to generate shape ${expected}, ` +
        `but the existing parameter it received has shape ${got}.`,
    );
  }
}

/** A variable was changed in a collection that is not among `mutable`. */
export class ModifyScopeVariableError extends FlaxError {
  constructor(collection: string, variable: string, path: string) {
    super(
      `Cannot update variable "${variable}" in "${path}" because collection "${collection}" is immutable; ` +
        `name it in apply's mutable option`,
    );
  }
}

/** The variables are not collections of variables. */
export class ApplyScopeInvalidVariablesTypeError extends FlaxError {
  constructor(got: string) {
    super(
      "The first argument passed to an apply function should be an object of collections, such as { params: { … } }. " +
        `Each collection should be an object with string keys; got ${got}`,
    );
  }
}

/** A key is missing, or is none. */
export class InvalidRngError extends FlaxError {}

/** A field was changed while the module runs, where it is frozen. */
export class SetAttributeFrozenModuleError extends FlaxError {
  constructor(module: string, field: string, value: string) {
    super(
      `Can't set ${field}=${value} for Module of type ${module}: Module instance is frozen outside of setup method.`,
    );
  }
}

/** Two parameters or submodules of a module have the same name. */
export class NameInUseError extends FlaxError {
  constructor(kind: string, name: string, module: string) {
    super(`Could not create ${kind} "${name}" in Module ${module}: Name in use.`);
  }
}
