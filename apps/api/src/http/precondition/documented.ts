/** Lets a parameter decorator bring its own documentation: the header that it reads becomes part of the route's description. */
export function documented(decorator: MethodDecorator): ParameterDecorator {
  return (target, name) => {
    if (name === undefined) return;
    decorator(target, name, Object.getOwnPropertyDescriptor(target, name)!);
  };
}
