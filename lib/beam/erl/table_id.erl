%% What ETS tables are called in answers. Pure: reads no table.
-module(table_id).
-export([shown/1, other_name/2]).

%% As it can be asked for: a name, or the text of the reference.
-spec shown(ets:table()) -> atom() | binary().
shown(Table) when is_atom(Table) -> Table;
shown(Table) -> list_to_binary(ref_to_list(Table)).

%% The name that it was made with, unless that is what it is called by: then [].
-spec other_name(ets:table(), atom()) -> atom() | [].
other_name(Table, Table) -> [];
other_name(_Table, Name) -> Name.
