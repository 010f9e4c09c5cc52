%% What the allocators of the emulator have taken from the system, and what of it is in use. Reads
%% counters, and changes nothing.
-module(allocators).
-export([all/0, used/1]).

%% {Columns, Rows}, what has taken most first.
-spec all() -> {[atom()], [[term()]]}.
all() ->
    Rows = [[Name | used(Name)] || Name <- erlang:system_info(alloc_util_allocators),
                                   is_list(erlang:system_info({allocator_sizes, Name}))],
    {[allocator, blocks_bytes, carriers_bytes, used_percent, single_block_carriers_bytes,
      pooled_carriers_bytes],
     lists:sort(fun([_, _, A | _], [_, _, B | _]) -> A >= B end, Rows)}.

%% [Bytes in use, bytes taken from the system, percentage in use, of the bytes taken those
%% in carriers of one block and those in the pool of abandoned carriers], over all instances.
-spec used(atom()) -> [number()].
used(Name) ->
    Parts = [Part || {instance, _, Parts} <- erlang:system_info({allocator_sizes, Name}),
                     Part <- Parts],
    Sum = fun(Kinds, Of) ->
                  lists:sum([Of(Sizes) || {Kind, Sizes} <- Parts, lists:member(Kind, Kinds)])
          end,
    All = [mbcs, mbcs_pool, sbcs],
    Blocks = Sum(All, fun blocks/1),
    Carriers = Sum(All, fun carriers/1),
    [Blocks, Carriers, percent(Blocks, Carriers), Sum([sbcs], fun carriers/1),
     Sum([mbcs_pool], fun carriers/1)].

%% ---------------------------------------------------------------------------

percent(_Part, 0) -> 100;
percent(Part, Whole) -> round(1000 * Part / Whole) / 10.

carriers(Sizes) -> size_of(lists:keyfind(carriers_size, 1, Sizes)).

blocks(Sizes) ->
    lists:sum([size_of(lists:keyfind(size, 1, Blocks))
               || {blocks, Types} <- Sizes, {_, Blocks} <- Types]).

%% Sizes are {Now, maximum since the last call, maximum ever}, or the current size alone.
size_of(Sizes) when is_tuple(Sizes) -> element(2, Sizes);
size_of(false) -> 0.
