# Makes tests/fixtures/texts.json: how OTP and Elixir themselves print terms.
#
#   elixir --erl "+pc unicode" scripts/gen_text_fixtures.exs \
#     < tests/fixtures/etf-vectors.json > tests/fixtures/texts.json
#
# Wants Elixir 1.18 on OTP 27 (another pair may print otherwise, and says which
# it is in the output). Terms come from the vectors on stdin and from the list
# below. Each is given in the bytes of this VM, so that the order of a map's
# keys is that of the texts (of a map with more than 32 keys it is not). Nodes
# print the pids of others with an index of their own: the test overlooks it.

defmodule Texts do
  def terms(vectors) do
    for %{"kind" => kind, "name" => name, "hex" => hex} <- vectors,
        kind != "reject",
        {:ok, term} <- [read(hex)],
        do: {name, term}
  end

  defp read(hex) do
    {:ok, :erlang.binary_to_term(Base.decode16!(hex, case: :mixed))}
  rescue
    ArgumentError -> :error
  end

  # Elixir asks the struct's module for the fields: give it one.
  def define(%{__struct__: module} = struct) when is_atom(module) do
    fields = struct |> Map.delete(:__struct__) |> Map.keys()
    alias? = match?("Elixir." <> _, Atom.to_string(module))

    if alias? and Enum.all?(fields, &is_atom/1) and not Code.ensure_loaded?(module) do
      Module.create(module, quote(do: defstruct(unquote(fields))), __ENV__)
    end
  end

  def define(_), do: :ok

  def row({name, term}) do
    define(term)

    %{
      name: name,
      hex: Base.encode16(:erlang.term_to_binary(term, minor_version: 2), case: :lower),
      elixir: inspect(term, limit: :infinity, printable_limit: :infinity),
      erlang: to_string(:io_lib.format(~c"~0tp", [term]))
    }
  end
end

names =
  ~w(Elixir Elixir.Elixir Elixir.Elixir.A Elixir.nil Elixir.A.b Elixir.A.B_1 Elixir.A1?
     foo? foo! a@b ab@ a@? @ab a?b 1a Foo FOO _x _ é Éa ÿ ß При aП 日本 日ん ァ a日本 ab_日本 αβ α1
     한국 µ ⅰ ﬁ nil? nil true and do fn end maybe else cond not_in ok? ñ1?
     ! != !== & && &&& * ** + ++ +++ - -- --- -> . .. ... ..// / // : :: < <- <<< <<>> <<~
     <= <> <|> <~ <~> = == === =~ => > >= >>> @ [] ^ ^^^ {} | |> || ||| ~>> ~> ~~~ %{} % , ; \( \)
     \\ \\\\) ++
    ["", "not in", "foo bar", "new\nline", "\0", "\x7F", "q\"'#", "\#{x}", "\u202E", "\u00A0", "\uFEFF", "\uFFFE"]

atoms = Enum.map(names, &String.to_atom/1)

strings = [
  "", "text", "naïve", "日本語 😀", "q\"'\\", "a\nb\tc\r\v\f\b\a\e\d", "a\0b", "\#{x} # {", "\u202Eabc", "\uFEFFbom",
  "\u00A0\u200B", <<255>>, <<195>>, <<0xE9, 0x20>>, <<0xC3, 0xA9, 0xFF>>, <<1, 2, 3>>, "\x01", "\uFFFF", "\u{10FFFF}"
]

charlists = [
  ~c"abc", ~c"q\"'\\", ~c"\#{x}", [7, 8, 9], [7], [127], [233], [8364, 97], [0], [1, 2], [55296], [65534],
  [97 | 98], [97, [98]], [97, -1], [1_114_112]
]

floats = [
  0.0, -0.0, 1.0, -1.5, 100.0, 1000.0, 12345.0, 100_000.0, 1.0e15, 9.0e15, 9007199254740991.0, 9007199254740992.0,
  9.9e15, 1.0e16, 1.0e21, 1.0e22, 123456789012345680.0, 0.1, 0.01, 0.001, 1.0e-4, 1.0e-5, 1.5e-7, 5.0e-324, 1.7976931348623157e308
]

others = [
  [a: 1, b: 2], [{:a, 1}, {Foo, 2}], [{:a, 1}, :b], [{:a, 1} | :b], [{:a, 1, 2}], [{:a, [b: ~c"c"]}, {:"d e", {}}],
  %{a: 1}, %{"a" => 1, a: 2}, %{Foo => 1}, %{1 => 2, 1.0 => 3}, %{}, %{nil: 1}, %{%{} => []},
  <<1::1>>, <<5, 3::3>>, <<"a", 1::7>>, {}, {{}}, [[]], [1 | 2], [1, 2 | {3}], [[1 | 2] | 3],
  &:lists.map/2, &Enum.map/2, Function.capture(:m, :"f g", 0), Function.capture(:m, :Foo, 1), Function.capture(Foo, :+, 2),
  ~D[2024-02-29], Date.new!(-1, 1, 1), ~T[12:00:00.120], ~T[01:02:03], ~N[2024-02-29 01:02:03.5],
  ~U[2024-02-29 01:02:03Z], ~U[2024-02-29 01:02:03.000001Z],
  %{~U[2024-02-29 01:02:03Z] | time_zone: "Europe/Paris", zone_abbr: "CET", utc_offset: 3600},
  %{~U[2024-02-29 01:02:03Z] | time_zone: "X/Y", zone_abbr: "-03", utc_offset: -10800, std_offset: 1800},
  1..10, 1..10//2, 10..1//-1, 1..0//1, MapSet.new([1, :a]), MapSet.new(), MapSet.new(a: 1), MapSet.new([~c"abc", {:x, ~c"de"}]),
  ~r/x/mi, ~r/x/im, ~r/x/imsxufU, ~r"a/b\/c\\d\n", Regex.compile!("a\nb\u202E\d\e\""),
  %ArgumentError{message: "x"}, %{__struct__: :foo, a: 1}, %{:__struct__ => Foo, "a" => 1}, {:ok, %{at: [~D[2024-02-29]]}}
]

own =
  for {group, terms} <- [atom: atoms, string: strings, charlist: charlists, float: floats, other: others],
      {term, index} <- Enum.with_index(terms),
      do: {"#{group}_#{index}", term}

keys = for {atom, index} <- Enum.with_index(atoms), do: {"key_#{index}", [{atom, %{atom => 1}}]}

# OTP writes names in funs in bytes, and reserved words without quotes: what
# Erlang says of these is not worth having.
calls =
  for {atom, index} <- Enum.with_index(atoms) do
    %{Texts.row({"call_#{index}", Function.capture(atom, atom, 1)}) | erlang: nil}
  end

vectors = :stdio |> IO.read(:eof) |> JSON.decode!()

rows = Enum.map(Texts.terms(vectors) ++ own ++ keys, &Texts.row/1) ++ calls

IO.puts(
  "{\"otp\": \"#{System.otp_release()}\", \"elixir\": \"#{System.version()}\", \"printable\": \"#{:io.printable_range()}\", \"terms\": [\n" <>
    Enum.map_join(rows, ",\n", &JSON.encode!/1) <> "\n]}"
)
