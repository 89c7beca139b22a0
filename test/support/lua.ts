/** Runs a health check as Argo CD does: with Lua's base and table libraries and no others. */

import { lauxlib, lua, lualib, to_jsstring, to_luastring } from 'fengari';

type State = ReturnType<typeof lauxlib.luaL_newstate>;

/** What a health check answers. */
export interface Health {
  readonly status: string;
  readonly message: string;
}

/** What is wrong with the syntax of a script; undefined where nothing is. */
export function luaSyntaxError(script: string): string | undefined {
  const state = lauxlib.luaL_newstate();
  if (lauxlib.luaL_loadstring(state, to_luastring(script)) === lua.LUA_OK) return undefined;
  return to_jsstring(lua.lua_tostring(state, -1));
}

/** The health of an object. */
export function healthOf(script: string, object: unknown): Health {
  const state = lauxlib.luaL_newstate();
  lauxlib.luaL_requiref(state, to_luastring('_G'), lualib.luaopen_base, 1);
  lauxlib.luaL_requiref(state, to_luastring('table'), lualib.luaopen_table, 1);
  push(state, object);
  lua.lua_setglobal(state, to_luastring('obj'));
  lua.lua_settop(state, 0);
  const failed =
    lauxlib.luaL_loadstring(state, to_luastring(script)) !== lua.LUA_OK || lua.lua_pcall(state, 0, 1, 0) !== lua.LUA_OK;
  if (failed) throw new Error(to_jsstring(lua.lua_tostring(state, -1)));
  return { status: field(state, 'status'), message: field(state, 'message') };
}

function field(state: State, name: string): string {
  lua.lua_getfield(state, -1, to_luastring(name));
  const text = to_jsstring(lauxlib.luaL_checkstring(state, -1));
  lua.lua_pop(state, 1);
  return text;
}

function push(state: State, value: unknown): void {
  if (value === undefined || value === null) lua.lua_pushnil(state);
  else if (typeof value === 'boolean') lua.lua_pushboolean(state, value);
  else if (typeof value === 'number') lua.lua_pushnumber(state, value);
  else if (typeof value === 'string') lua.lua_pushstring(state, to_luastring(value));
  else pushTable(state, value);
}

function pushTable(state: State, value: object): void {
  lua.lua_newtable(state);
  const entries = Array.isArray(value) ? value.map((child, index) => [index + 1, child]) : Object.entries(value);
  for (const [key, child] of entries) {
    push(state, key);
    push(state, child);
    lua.lua_rawset(state, -3);
  }
}
