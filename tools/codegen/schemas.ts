import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';

const { factory } = ts;
const exported = [factory.createModifier(ts.SyntaxKind.ExportKeyword)];

/**
 * The types that openapi-typescript makes, with every schema lifted out of `components` into an export of its own:
 * users import `Task`, and an editor shows `Promise<Task>` instead of the whole object. An optional field may be null,
 * since to Annofab null and absent are the same, and it answers either.
 */
export async function printSchemas(description: string): Promise<string> {
  const nodes = await openapiTS(description, { silent: true, defaultNonNullable: false });
  const kept = nodes.filter((node) => isNamed(node, 'components') || isNamed(node, 'operations'));
  const components = kept.find((node) => isNamed(node, 'components'));
  if (!components) throw new Error('openapi-typescript made no `components`');

  const named = kept.map(nameSchemas);
  const schemas = schemaMembers(nameSchemas(components)).map(liftSchema);
  const rest = named.map((node) => (isNamed(node, 'components') ? aliasSchemas(node) : node));
  return restyle(astToString([...schemas, ...rest]));
}

function isNamed(node: ts.Node, name: string): node is ts.InterfaceDeclaration {
  return ts.isInterfaceDeclaration(node) && node.name.text === name;
}

/** `components["schemas"]["Task"]` becomes `Task`. */
function nameSchemas<T extends ts.Node>(root: T): T {
  const result = ts.transform(root, [
    (context) => (node) => {
      const visit = (child: ts.Node): ts.Node => {
        const name = schemaName(child);
        return name ? factory.createTypeReferenceNode(name) : ts.visitEachChild(child, visit, context);
      };
      return ts.visitEachChild(node, visit, context);
    },
  ]);
  return result.transformed[0] as T;
}

function schemaName(node: ts.Node): string | undefined {
  if (!ts.isIndexedAccessTypeNode(node) || !ts.isIndexedAccessTypeNode(node.objectType)) return undefined;
  const [root, section] = [node.objectType.objectType, literalText(node.objectType.indexType)];
  const fromComponents =
    ts.isTypeReferenceNode(root) && ts.isIdentifier(root.typeName) && root.typeName.text === 'components';
  return fromComponents && section === 'schemas' ? literalText(node.indexType) : undefined;
}

function literalText(node: ts.TypeNode): string | undefined {
  return ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal) ? node.literal.text : undefined;
}

function schemaMembers(components: ts.Node): ts.PropertySignature[] {
  if (!isNamed(components, 'components')) return [];
  const section = components.members.find(isSchemasMember);
  const type = section && ts.isPropertySignature(section) ? section.type : undefined;
  return type && ts.isTypeLiteralNode(type) ? type.members.filter(ts.isPropertySignature) : [];
}

function isSchemasMember(member: ts.TypeElement): boolean {
  return member.name !== undefined && memberName(member.name) === 'schemas';
}

function memberName(name: ts.PropertyName): string {
  if (ts.isIdentifier(name) || ts.isStringLiteral(name)) return name.text;
  throw new Error('a schema needs a plain name');
}

function liftSchema(member: ts.PropertySignature): ts.Node {
  const { name, type } = member;
  const text = memberName(name);
  if (!type) throw new Error(`schema ${text} has no type`);
  const nullable = admitNulls(type);
  const lifted = ts.isTypeLiteralNode(nullable)
    ? factory.createInterfaceDeclaration(exported, text, undefined, undefined, nullable.members)
    : factory.createTypeAliasDeclaration(exported, text, undefined, nullable);
  return ts.setSyntheticLeadingComments(lifted, ts.getSyntheticLeadingComments(member));
}

/** `note?: string` becomes `note?: string | null`, however deep. */
function admitNulls<T extends ts.Node>(root: T): T {
  const result = ts.transform(root, [
    (context) => {
      const visit = (node: ts.Node): ts.Node => {
        const visited = ts.visitEachChild(node, visit, context);
        return ts.isPropertySignature(visited) && visited.questionToken ? orNull(visited) : visited;
      };
      return visit;
    },
  ]);
  return result.transformed[0] as T;
}

function orNull(property: ts.PropertySignature): ts.PropertySignature {
  const { modifiers, name, questionToken, type } = property;
  if (!type || type.kind === ts.SyntaxKind.NeverKeyword || admitsNull(type)) return property;
  const parts = ts.isUnionTypeNode(type) ? type.types : [type];
  const union = factory.createUnionTypeNode([...parts, factory.createLiteralTypeNode(factory.createNull())]);
  const nullable = factory.updatePropertySignature(property, modifiers, name, questionToken, union);
  return ts.setSyntheticLeadingComments(nullable, ts.getSyntheticLeadingComments(property));
}

function admitsNull(type: ts.TypeNode): boolean {
  if (ts.isUnionTypeNode(type)) return type.types.some(admitsNull);
  return ts.isLiteralTypeNode(type) && type.literal.kind === ts.SyntaxKind.NullKeyword;
}

/** `components.schemas` keeps every name, now as a reference to the lifted type. */
function aliasSchemas(components: ts.InterfaceDeclaration): ts.InterfaceDeclaration {
  const aliases = schemaMembers(components).map(({ name }) =>
    factory.createPropertySignature(undefined, name, undefined, factory.createTypeReferenceNode(memberName(name))),
  );
  const members = components.members.map((member) =>
    isSchemasMember(member)
      ? factory.createPropertySignature(undefined, 'schemas', undefined, factory.createTypeLiteralNode(aliases))
      : member,
  );
  return factory.createInterfaceDeclaration(exported, components.name, undefined, undefined, members);
}

/** The house style: two spaces, single quotes, an empty line between exports, no comment that repeats the type. */
function restyle(code: string): string {
  return code
    .split('\n')
    .filter((line) => !/^\s*(\/\*)?\*+ @enum \{\w+\}( \*\/)?$/.test(line))
    .map((line) => line.replace(/^( {4})+/, (indent) => ' '.repeat(indent.length / 2)))
    .map((line) => (/^\s*(\/?\*|\/\/)/.test(line) ? line : line.replace(/"([^"']*)"/g, "'$1'")))
    .join('\n')
    .replace(/;\n(?=(\/\*\*|export ))|\n\}\n(?=.)/g, (end) => `${end}\n`);
}
