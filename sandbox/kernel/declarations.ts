// Reads Google's declaration files with the TypeScript parser into the table of signatures.
import { createRequire } from "node:module";
import type * as TypeScript from "typescript";
import type { Declarations, ParameterType, ServiceType, Signature } from "./signatures";

interface Interface {
  namespace: string;
  bases: string[];
  methods: { name: string; declaration: TypeScript.MethodSignature }[];
  properties: { name: string; type: TypeScript.TypeNode | undefined }[];
  open: boolean;
}

const SCALARS: Record<string, ParameterType> = {
  Byte: "Number",
  Integer: "Number",
  Char: "String",
  BigNumber: "Any",
  Date: "Date",
  "Base.Date": "Date",
  Object: "Object",
};

/** Parses declaration files (in any order; interfaces of one name merge) into the table. */
export function readDeclarations(sources: { path: string; text: string }[]): Declarations {
  // Loaded only when something has to be generated: the compiler takes longer to load than the whole sandbox.
  const ts = createRequire(__filename)("typescript") as typeof TypeScript;
  const reader = new Reader(ts);
  for (const { path, text } of sources) {
    reader.readStatements(ts.createSourceFile(path, text, ts.ScriptTarget.Latest).statements, "");
  }
  return reader.table();
}

class Reader {
  private readonly interfaces = new Map<string, Interface>();
  private readonly enums: Record<string, string[]> = {};
  private readonly aliases = new Map<string, { namespace: string; type: TypeScript.TypeNode }>();
  private readonly globals: Record<string, string> = {};

  constructor(private readonly ts: typeof TypeScript) {}

  readStatements(statements: readonly TypeScript.Statement[], namespace: string): void {
    for (const statement of statements) this.readStatement(statement, namespace);
  }

  private readStatement(statement: TypeScript.Statement, namespace: string): void {
    const { ts } = this;
    if (ts.isModuleDeclaration(statement)) this.readModule(statement, namespace);
    else if (ts.isInterfaceDeclaration(statement)) this.readInterface(statement, namespace);
    else if (ts.isEnumDeclaration(statement)) {
      // An enumeration may be declared in parts: the additions add names to Google's own.
      const enumName = qualify(namespace, statement.name.text);
      const names = statement.members.map((member) => this.nameOf(member.name));
      this.enums[enumName] = [...(this.enums[enumName] ?? []), ...names];
    } else if (ts.isTypeAliasDeclaration(statement)) {
      this.aliases.set(qualify(namespace, statement.name.text), { namespace, type: statement.type });
    } else if (ts.isVariableStatement(statement) && namespace === "") {
      for (const { name, type } of statement.declarationList.declarations) {
        if (ts.isIdentifier(name) && type && ts.isTypeReferenceNode(type))
          this.globals[name.text] = this.entityName(type.typeName);
      }
    }
  }

  private readModule(declaration: TypeScript.ModuleDeclaration, namespace: string): void {
    const { ts } = this;
    const own = declaration.name.text;
    // `declare global { … }` in the additions stands for the top level.
    const inner = own === "GoogleAppsScript" || own === "global" ? namespace : qualify(namespace, own);
    if (!declaration.body) return;
    if (ts.isModuleBlock(declaration.body)) this.readStatements(declaration.body.statements, inner);
    else if (ts.isModuleDeclaration(declaration.body)) this.readModule(declaration.body, inner);
  }

  private readInterface(declaration: TypeScript.InterfaceDeclaration, namespace: string): void {
    const { ts } = this;
    const name = qualify(namespace, declaration.name.text);
    const entry = this.interfaces.get(name) ?? { namespace, bases: [], methods: [], properties: [], open: false };
    this.interfaces.set(name, entry);
    for (const clause of declaration.heritageClauses ?? []) {
      for (const base of clause.types) entry.bases.push(this.expressionName(base.expression));
    }
    for (const member of declaration.members) {
      if (ts.isMethodSignature(member)) entry.methods.push({ name: this.nameOf(member.name), declaration: member });
      else if (ts.isPropertySignature(member))
        entry.properties.push({ name: this.nameOf(member.name), type: member.type });
      else if (ts.isIndexSignatureDeclaration(member)) entry.open = true;
    }
  }

  /** The finished table: inherited members added, interfaces that only carry data left out. */
  table(): Declarations {
    const types: Record<string, ServiceType> = {};
    for (const [name, entry] of this.interfaces) {
      if (!this.carriesDataOnly(name, entry)) types[name] = this.serviceType(entry);
    }
    const globals: Record<string, string> = {};
    for (const [name, type] of Object.entries(this.globals)) {
      if (types[type]) globals[name] = type;
    }
    // `Charset`, `DigestAlgorithm` … are declared as globals, but are enumerations: scripts reach them through their service.
    return { types, enums: this.enums, globals };
  }

  private serviceType(entry: Interface): ServiceType {
    const type: ServiceType = { methods: {}, properties: {}, open: entry.open };
    for (const base of entry.bases) {
      const inherited = this.interfaces.get(this.resolve(base, entry.namespace));
      if (inherited) {
        const from = this.serviceType(inherited);
        Object.assign(type.methods, from.methods);
        Object.assign(type.properties, from.properties);
      }
    }
    // A Map, since some types declare a `toString` of their own.
    const own = new Map<string, Signature[]>();
    for (const { name, declaration } of entry.methods) {
      own.set(name, [...(own.get(name) ?? []), this.signature(declaration, entry.namespace)]);
    }
    Object.assign(type.methods, Object.fromEntries(own));
    for (const property of entry.properties)
      type.properties[property.name] = this.propertyType(property.type, entry.namespace);
    return type;
  }

  /** Options and events: no methods, and either fields or an index. An interface with nothing in it is an opaque service object. */
  private carriesDataOnly(name: string, entry: Interface): boolean {
    if (Object.values(this.globals).includes(name)) return false;
    return entry.methods.length === 0 && (entry.properties.length > 0 || entry.open || entry.bases.length > 0);
  }

  private signature(declaration: TypeScript.MethodSignature, namespace: string): Signature {
    const signature: Signature = { parameters: [], required: 0 };
    for (const parameter of declaration.parameters) {
      const type = this.parameterType(parameter.type, namespace);
      if (parameter.dotDotDotToken) {
        signature.rest = typeof type === "object" && "array" in type ? type.array : "Any";
      } else {
        signature.parameters.push(type);
        if (!parameter.questionToken) signature.required = signature.parameters.length;
      }
    }
    return signature;
  }

  private parameterType(node: TypeScript.TypeNode | undefined, namespace: string): ParameterType {
    const { ts } = this;
    if (!node) return "Any";
    const keyword = this.keywordType(node);
    if (keyword) return keyword;
    if (ts.isArrayTypeNode(node)) return { array: this.parameterType(node.elementType, namespace) };
    if (ts.isParenthesizedTypeNode(node)) return this.parameterType(node.type, namespace);
    if (ts.isTypeOperatorNode(node)) return this.parameterType(node.type, namespace);
    if (ts.isUnionTypeNode(node)) return { oneOf: node.types.map((one) => this.parameterType(one, namespace)) };
    if (ts.isTypeLiteralNode(node)) return "Object";
    if (ts.isTypeReferenceNode(node)) return this.referenceType(node, namespace);
    return "Any";
  }

  private keywordType(node: TypeScript.TypeNode): ParameterType | undefined {
    const { SyntaxKind, isLiteralTypeNode } = this.ts;
    if (isLiteralTypeNode(node)) {
      if (node.literal.kind === SyntaxKind.StringLiteral) return "String";
      if (node.literal.kind === SyntaxKind.NumericLiteral) return "Number";
      return node.literal.kind === SyntaxKind.NullKeyword ? "Null" : "Boolean";
    }
    const keywords = new Map<TypeScript.SyntaxKind, ParameterType>([
      [SyntaxKind.StringKeyword, "String"],
      [SyntaxKind.NumberKeyword, "Number"],
      [SyntaxKind.BooleanKeyword, "Boolean"],
      [SyntaxKind.ObjectKeyword, "Object"],
      [SyntaxKind.UndefinedKeyword, "Null"],
    ]);
    return keywords.get(node.kind);
  }

  private referenceType(node: TypeScript.TypeReferenceNode, namespace: string): ParameterType {
    const name = this.entityName(node.typeName);
    const [argument] = node.typeArguments ?? [];
    if (name === "Array" || name === "ReadonlyArray") return { array: this.parameterType(argument, namespace) };
    if (name === "Record") return "Object";
    const scalar = SCALARS[name];
    if (scalar) return scalar;
    const full = this.resolve(name, namespace);
    const alias = this.aliases.get(full);
    if (alias) return this.parameterType(alias.type, alias.namespace);
    if (this.enums[full]) return { named: full };
    const entry = this.interfaces.get(full);
    if (!entry) return "Any";
    return this.carriesDataOnly(full, entry) ? "Object" : { named: full };
  }

  private propertyType(node: TypeScript.TypeNode | undefined, namespace: string): string {
    const { ts } = this;
    if (node && ts.isTypeQueryNode(node)) return this.resolve(this.entityName(node.exprName), namespace);
    if (node && ts.isTypeReferenceNode(node)) return this.resolve(this.entityName(node.typeName), namespace);
    const type = this.parameterType(node, namespace);
    return typeof type === "string" ? type : "Any";
  }

  private resolve(name: string, namespace: string): string {
    const local = qualify(namespace, name);
    return this.interfaces.has(local) || local in this.enums || this.aliases.has(local) ? local : name;
  }

  private entityName(name: TypeScript.EntityName): string {
    const full = this.ts.isIdentifier(name) ? name.text : `${this.entityName(name.left)}.${name.right.text}`;
    return full.replace(/^GoogleAppsScript\./, "");
  }

  private expressionName(node: TypeScript.Expression): string {
    const { ts } = this;
    if (ts.isIdentifier(node)) return node.text;
    if (ts.isPropertyAccessExpression(node)) {
      return `${this.expressionName(node.expression)}.${node.name.text}`.replace(/^GoogleAppsScript\./, "");
    }
    return "";
  }

  private nameOf(name: TypeScript.PropertyName): string {
    const { ts } = this;
    return ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name) ? name.text : "";
  }
}

function qualify(namespace: string, name: string): string {
  return namespace === "" ? name : `${namespace}.${name}`;
}
