/** The few functions of the Lua VM that tests use; the package brings no types. */
declare module 'fengari' {
  interface State {
    readonly __state: unique symbol;
  }
  type LuaString = Uint8Array;
  type Opener = (state: State) => number;

  export function to_luastring(text: string): LuaString;
  export function to_jsstring(text: LuaString): string;

  export const lua: {
    readonly LUA_OK: number;
    lua_getfield(state: State, index: number, name: LuaString): number;
    lua_newtable(state: State): void;
    lua_pcall(state: State, args: number, results: number, handler: number): number;
    lua_pop(state: State, count: number): void;
    lua_pushboolean(state: State, value: boolean): void;
    lua_pushnil(state: State): void;
    lua_pushnumber(state: State, value: number): void;
    lua_pushstring(state: State, value: LuaString): void;
    lua_rawset(state: State, index: number): void;
    lua_setglobal(state: State, name: LuaString): void;
    lua_settop(state: State, index: number): void;
    lua_tostring(state: State, index: number): LuaString;
  };
  export const lauxlib: {
    luaL_checkstring(state: State, index: number): LuaString;
    luaL_loadstring(state: State, script: LuaString): number;
    luaL_newstate(): State;
    luaL_requiref(state: State, name: LuaString, open: Opener, global: number): void;
  };
  export const lualib: { readonly luaopen_base: Opener; readonly luaopen_table: Opener };
}
