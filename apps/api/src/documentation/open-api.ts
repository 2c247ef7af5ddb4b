import { type SwaggerModule } from '@nestjs/swagger';

/** An OpenAPI document as Nest makes it from the routes. */
export type OpenApiDocument = ReturnType<typeof SwaggerModule.createDocument>;
type PathItem = OpenApiDocument['paths'][string];
export type DescribedOperation = NonNullable<PathItem['get']>;
export type Responses = DescribedOperation['responses'];
export type SchemaObject = NonNullable<NonNullable<OpenApiDocument['components']>['schemas']>[string];

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** The document with each of its operations changed. */
export function mapOperations(
  document: OpenApiDocument,
  change: (operation: DescribedOperation) => DescribedOperation,
): OpenApiDocument {
  const paths = Object.entries(document.paths).map(([path, item]) => {
    const changed = METHODS.flatMap(method => {
      const operation = item[method];
      return operation ? [[method, change(operation)] as const] : [];
    });
    return [path, { ...item, ...Object.fromEntries(changed) }] as const;
  });
  return { ...document, paths: Object.fromEntries(paths) };
}
