import openapiTS, { astToString, type SchemaObject } from 'openapi-typescript';
import ts from 'typescript';

const { factory } = ts;
const exported = [factory.createModifier(ts.SyntaxKind.ExportKeyword)];

/**
 * Prints the types of openapi-typescript, with each schema of `components` as a separate export: users import `Task`, and
 * an editor shows `Promise<Task>` instead of the whole object. An optional field also admits null, because Annofab treats
 * null and absent alike and answers with either, and undefined, so that a body takes what was read from an answer. A number with `x-exact` may be an ExactNumber.
 */
export async function printSchemas(description: string): Promise<string> {
  const nodes = await openapiTS(description, { silent: true, defaultNonNullable: false, transform: exactNumber });
  const kept = nodes.filter((node) => isNamed(node, 'components') || isNamed(node, 'operations'));
  const components = kept.find((node) => isNamed(node, 'components'));
  if (!components) throw new Error('openapi-typescript printed no `components`');

  const named = kept.map(nameSchemas);
  const schemas = schemaMembers(nameSchemas(components)).map(liftSchema);
  const rest = named.map((node) => (isNamed(node, 'components') ? aliasSchemas(node) : node));
  return restyle(`${EXACT_NUMBER_IMPORT}${astToString([...schemas, ...rest])}`);
}

const EXACT_NUMBER_IMPORT = "import type { ExactNumber } from '../../core/numbers/exact-number.ts';\n\n";

/** A number that is only passed on keeps its digits. */
function exactNumber(schema: SchemaObject): ts.TypeNode | undefined {
  if (!('x-exact' in schema)) return undefined;
  const names = [schema.type].flat().map((type) => (type === 'integer' ? 'number' : String(type)));
  return factory.createUnionTypeNode([...names, 'ExactNumber'].map((name) => factory.createTypeReferenceNode(name)));
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
  throw new Error('the name of a schema must be an identifier or a string');
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

/** `note?: string` becomes `note?: string | null | undefined`, at every depth. */
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
  if (!type || type.kind === ts.SyntaxKind.NeverKeyword) return property;
  const parts = ts.isUnionTypeNode(type) ? type.types : [type];
  const empty = admitsNull(type) ? [] : [factory.createLiteralTypeNode(factory.createNull())];
  const absent = factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword);
  const union = factory.createUnionTypeNode([...parts, ...empty, absent]);
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

/** Applies the style of this repository: two spaces, single quotes, an empty line between exports, TSDoc comments. */
function restyle(code: string): string {
  return code
    .replace(/^( *)\/\*\*([\s\S]*?)\*\/\n/gm, (_comment, indent: string, body: string) => printComment(indent, body))
    .split('\n')
    .map((line) => line.replace(/^( {4})+/, (indent) => ' '.repeat(indent.length / 2)))
    .map((line) => (/^\s*(\/?\*|\/\/)/.test(line) ? line : line.replace(/"([^"']*)"/g, "'$1'")))
    .join('\n')
    .replace(/;\n(?=(\/\*\*|export ))|\n\}\n(?=.)/g, (end) => `${end}\n`);
}

/** A TSDoc comment with the description first. `Format: …` and `@enum` go, because description and type already say it. */
function printComment(indent: string, body: string): string {
  const lines = body
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trimEnd())
    .filter((line) => line !== '' && !/^(Format: |@enum \{)/.test(line));
  const [tags, text] = [lines.filter((line) => isTag(line)), lines.filter((line) => !isTag(line))];
  const all = [...text.map((line) => line.replace('@description ', '')), ...tags];
  if (all.length === 0) return '';
  if (all.length === 1) return `${indent}/** ${all[0]} */\n`;
  return `${indent}/**\n${all.map((line) => `${indent} * ${line}\n`).join('')}${indent} */\n`;
}

function isTag(line: string): boolean {
  return line.startsWith('@') && !line.startsWith('@description ');
}
