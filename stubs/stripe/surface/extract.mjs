// Writes stripe-surface.json from npm stripe: every v1 operation with its parameters, every object with its fields. The package is MIT and generated from Stripe's OpenAPI document.
import ts from 'typescript'; import fs from 'node:fs'; import path from 'node:path'; import zlib from 'node:zlib';
const root = 'node_modules/stripe/esm';
const files = fs.readdirSync(root + '/resources', { recursive: true }).filter(f => f.endsWith('.d.ts') && !f.startsWith('V2')).map(f => path.join(root, 'resources', f));
const program = ts.createProgram(files, { moduleResolution: ts.ModuleResolutionKind.Node16, module: ts.ModuleKind.Node16, skipLibCheck: true, strict: true, types: [] });
const checker = program.getTypeChecker();
const objects = {}; const named = new Map();
function describe(type, depth, response) {
  if (!type) return { t: 'any' }; const flags = type.flags;
  if (type.isUnion()) {
    let parts = type.types; const out = {};
    if (parts.some(p => p.flags & ts.TypeFlags.Null)) out.n = 1; // nullable
    parts = parts.filter(p => !(p.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)));
    if (parts.length && parts.every(p => p.flags & ts.TypeFlags.BooleanLiteral)) return { ...out, t: 'bool' };
    if (parts.some(p => p.isStringLiteral() && p.value === '')) { out.e = 1; parts = parts.filter(p => !(p.isStringLiteral() && p.value === '')); } // may be cleared with ''
    if (!parts.length) return { ...out, t: 'str' }; parts = parts.filter(p => !(p.isIntersection() && p.types.some(t => t.flags & ts.TypeFlags.StringLike) && parts.some(q => q.isStringLiteral()))); const literals = parts.filter(p => p.isStringLiteral());
    if (literals.length === parts.length && literals.length) return { ...out, t: 'enum', v: literals.map(p => p.value) };
    const objs = parts.filter(p => p.flags & ts.TypeFlags.Object);
    if (response && parts.some(p => p.flags & ts.TypeFlags.String) && objs.length) return { ...out, t: 'id', of: objs.map(name).filter(Boolean) }; // expandable
    if (parts.length === 1) return { ...out, ...describe(parts[0], depth, response) };
    const best = objs[0] ?? parts.find(p => !(p.isStringLiteral())) ?? parts[0];
    return { ...out, ...describe(best, depth, response), or: parts.length };
  }
  if (type.isIntersection() && type.types.some(t => t.flags & ts.TypeFlags.StringLike)) return { t: 'str' };
  if (flags & ts.TypeFlags.StringLike) return type.isStringLiteral() ? { t: 'enum', v: [type.value] } : { t: 'str' };
  if (flags & ts.TypeFlags.NumberLike) return { t: 'int' };
  if (flags & ts.TypeFlags.BooleanLike) return { t: 'bool' };
  if (checker.isArrayType(type)) return { t: 'list', of: depth > 0 ? describe(checker.getTypeArguments(type)[0], depth - 1, response) : undefined };
  const n = name(type);
  if (n === 'ApiList') return { t: 'page', of: name(checker.getTypeArguments(type)[0]) };
  if (n === 'Decimal') return { t: 'decimal' };
  if (checker.getIndexTypeOfType(type, ts.IndexKind.String)) return { t: 'map' };
  if (response && named.has(type)) return { t: 'obj', ref: named.get(type) };
  if (depth <= 0) return { t: 'obj' };
  return { t: 'obj', f: fields(type, depth - 1, response) };
}
const name = t => (t.aliasSymbol ?? t.symbol)?.name;
function fields(type, depth, response) {
  const out = {};
  for (const p of type.getProperties()) {
    if (p.name === 'lastResponse' || p.name.startsWith('__')) continue;
    const d = p.valueDeclaration ?? p.declarations?.[0]; if (!d) continue;
    const e = describe(checker.getTypeOfSymbolAtLocation(p, d), depth, response);
    if (!(p.flags & ts.SymbolFlags.Optional)) e.r = 1; // required
    out[p.name] = e;
  }
  return out;
}
// the objects first, so that they are referred to by name
const exported = [];
for (const f of files) for (const s of checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(f)) ?? { exports: new Map() })) exported.push(s);
for (const s of exported) {
  if (!s.declarations?.some(ts.isInterfaceDeclaration) || /Params$/.test(s.name)) continue;
  const t = checker.getDeclaredTypeOfSymbol(s); const o = t.getProperty('object');
  if (!o) continue;
  const k = describe(checker.getTypeOfSymbolAtLocation(o, o.valueDeclaration), 1, true);
  if (k.t === 'enum' && k.v.length === 1) named.set(t, k.v[0] + (s.name.startsWith('Deleted') ? '.deleted' : ''));
}
for (const [t, n] of named) objects[n] = fields(t, 3, true);
const operations = [];
for (const f of files) {
  const js = fs.readFileSync(f.replace('.d.ts', '.js'), 'utf8');
  for (const m of js.matchAll(/^\s{4}(\w+)\(([^)]*)\)\s*\{\s*return this\._makeRequest\('(\w+)', [`'](\/v1[^`']*)[`'], params, options(?:, \{\s*methodType: '(\w+)')?/gm)) {
    const [, method, , verb, template, kind] = m;
    const cls = js.slice(0, m.index).match(/class (\w+) extends/g)?.at(-1)?.match(/class (\w+)/)[1];
    const symbol = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(f))).find(s => s.name === cls); if (!symbol) continue;
    const member = checker.getDeclaredTypeOfSymbol(symbol).getProperty(method); if (!member) continue;
    const signatures = checker.getTypeOfSymbolAtLocation(member, member.valueDeclaration).getCallSignatures();
    let params = {}; for (const s of signatures) { const p = s.getParameters().find(q => q.name === 'params'); if (p) { params = fields(checker.getNonNullableType(checker.getTypeOfSymbolAtLocation(p, p.valueDeclaration)), 6, false); break; } }
    const ret = signatures[0]?.getReturnType(); const inner = ret && checker.getTypeArguments(ret)[0];
    const known = t => named.get(t) ?? t.aliasTypeArguments?.map(known).find(Boolean) ?? t.types?.map(known).find(Boolean); let answer = inner && known(inner); if (!answer && inner) { const a = checker.typeToString(inner); answer = a.slice(0, 60); }
    operations.push({ verb, path: template.replace(/\$\{encodeURIComponent\((\w+)\)\}/g, '{$1}'), name: `${cls.replace('Resource', '')}.${method}`, kind, answer, params });
  }
}
// Cards, bank accounts and sources share a path; the SDK's union does not say so in a way that can be told apart.
for (const operation of operations) {
  if (/^\/v1\/customers\/.*\/sources/.test(operation.path) && operation.answer === 'account') operation.answer = operation.verb === 'DELETE' ? 'card.deleted' : 'card';
}
fs.writeFileSync('stripe-surface.json', JSON.stringify({ apiVersion: fs.readFileSync(root + '/apiVersion.js', 'utf8').match(/'([^']+)'/)[1], operations, objects }));
const raw = fs.readFileSync('stripe-surface.json');
console.log(operations.length, 'operations', Object.keys(objects).length, 'objects', raw.length, 'bytes', zlib.gzipSync(raw).length, 'gz');
