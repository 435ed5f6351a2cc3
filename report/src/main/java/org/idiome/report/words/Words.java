package org.idiome.report.words;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Statement;
import org.idiome.core.quantity.Amount;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.Unit;
import org.idiome.core.time.AgeSpan;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// Says codes and values in words; immutable, safe for any number of threads.
///
/// A place in a template may ask for a form of its value: `{n:word}` (*four*), `{x:signed}`
/// (*+45*), `{x:cap}` (a capital first), `{list:or}`, `{list:plain}` (commas alone), `{d:day}` (no
/// time of day), `{x:number}` and `{x:end}` (the ends of a range, without and with its unit).
public final class Words {
  private static final int SHOWN_OF_LIST = 12;
  private static final int LARGEST_WORD = 12;
  private static final int END_DIGITS = 3;
  private static final String END_OF_WORD = " ,:;)\u00a0";

  /// What sources write in a column where they say nothing.
  private static final String SAYS_NOTHING = "N/A";

  private static final String PLURAL = "pl ";
  private static final String RANGE = "to ";
  private static final String ROUTE = " Route of Administration";

  private static final Words ENGLISH = new Words(WordTable.load());

  private final WordTable table;
  private final Dates dates = new Dates(this);
  private final UnitWords units = new UnitWords(this);

  private Words(WordTable table) {
    this.table = table;
  }

  /// The words of this release.
  public static Words english() {
    return ENGLISH;
  }

  /// Every code that has words, sorted.
  public Set<String> codes() {
    return table.codes();
  }

  /// Whether a code has words.
  public boolean has(String code) {
    return table.get(code) != null;
  }

  /// Names of the values that the words of a code use.
  public List<String> namesIn(String code) {
    var entry = table.get(code);
    if (entry == null) {
      return List.of();
    }
    var names = new ArrayList<>(entry.one().names());
    if (entry.many() != null) {
      entry.many().names().stream().filter(name -> !names.contains(name)).forEach(names::add);
    }
    return names;
  }

  /// Names of the values that the words of a code cannot do without.
  Set<String> requiredIn(String code) {
    var entry = table.get(code);
    return entry == null ? Set.of() : entry.one().requiredNames();
  }

  /// The words of a code without values.
  public String say(String code) {
    return say(code, Details.NONE);
  }

  /// The words of a code; a code without words is shown as it is, with all values.
  public String say(String code, Details values) {
    var entry = table.get(code);
    if (entry == null) {
      return unknown(code, values);
    }
    var template = entry.one();
    if (entry.many() != null && !isOne(entry.many(), values)) {
      template = entry.many();
    }
    return template.fill((name, form) -> named(values, name, form), this::notGiven);
  }

  private String notGiven(String name, String form) {
    return "(" + name(name) + " " + say("detail.not_given") + ")";
  }

  private static boolean isOne(Template template, Details values) {
    for (var name : template.names()) {
      var number = number(values.get(name));
      if (number != null) {
        return number == 1;
      }
    }
    return false;
  }

  private static @Nullable Double number(@Nullable Value value) {
    return switch (value) {
      case Value.Count count -> (double) count.count();
      case Value.Measured measured
          when measured.amount().magnitude() instanceof Magnitude.Exact exact ->
          exact.value();
      case null, default -> null;
    };
  }

  private String unknown(String code, Details values) {
    var listed = list(values);
    return listed.isEmpty() ? code : code + " (" + listed + ")";
  }

  /// All values by name: `dose: 75 mg; route: oral`.
  public String list(Details values) {
    var parts = new ArrayList<String>();
    for (var entry : values.entries()) {
      parts.add(name(entry.getKey()) + ": " + value(entry.getValue()));
    }
    return String.join("; ", parts);
  }

  /// The words for the name of a value.
  public String name(String name) {
    var code = "detail." + name;
    return has(code) ? say(code) : name.replace('_', ' ');
  }

  /// The words of a named value in a form, or null where it is not given or says nothing.
  private @Nullable String named(Details values, String name, String form) {
    var value = values.get(name);
    if (value == null || isNothing(value) || (form.equals("limited") && isAnybody(value))) {
      return null;
    }
    if (form.startsWith(RANGE)) {
      var to = values.get(form.substring(RANGE.length()));
      return to == null || to.equals(value)
          ? end(value, true)
          : end(value, false) + "–" + end(to, true);
    }
    return value(value, form);
  }

  private static boolean isNothing(Value value) {
    return switch (value) {
      case Value.Several several -> several.values().isEmpty();
      case Value.Text text -> text.text().isBlank() || text.text().equals(SAYS_NOTHING);
      default -> false;
    };
  }

  /// A population that leaves nobody out.
  private static boolean isAnybody(Value value) {
    return value instanceof Value.Word word && word.code().equals("any");
  }

  /// A value in words.
  public String value(Value value) {
    return value(value, "");
  }

  private String value(Value value, String form) {
    return form.startsWith(PLURAL) ? plural(value, form.split(" ", -1)) : formed(value, form);
  }

  /// `{n:pl value values}`: a count with its noun.
  private String plural(Value value, String[] form) {
    var number = number(value);
    var noun = number != null && number == 1 ? form[1] : form[2];
    return plain(value, "and") + " " + noun.replace('_', ' ');
  }

  private String formed(Value value, String form) {
    return switch (form) {
      case "", "limited" -> plain(value, "and");
      case "size" -> size(value);
      case "or", "and", "plain" -> plain(value, form);
      case "cap" -> capital(plain(value, "and"));
      case "typed" -> Typed.word(plain(value, "and"));
      case "word" -> word(value);
      case "Word" -> capital(word(value));
      case "signed" -> signed(value);
      case "day" -> value instanceof Value.Time time ? day(time.when()) : plain(value, "and");
      case "number" -> end(value, false);
      case "end" -> end(value, true);
      case "mid" -> middle(plain(value, "and"));
      case "lower" -> plain(value, "and").toLowerCase(Locale.ROOT);
      case "kind" -> kind(plain(value, "and"));
      case "area" -> known("area.", plain(value, "and")).toLowerCase(Locale.ROOT);
      default -> throw new IllegalArgumentException("no such form of a value: " + form);
    };
  }

  private String plain(Value value, String joining) {
    return switch (value) {
      case Value.Text text -> text.text();
      case Value.Word word -> word(word.code());
      case Value.Count count -> Figures.count(count.count());
      case Value.Measured measured -> amount(measured.amount());
      case Value.Time time -> when(time.when());
      case Value.Thing thing -> thing.coded().label();
      case Value.Place place -> place.locus().display();
      case Value.Several several -> several(several.values(), joining);
    };
  }

  private String several(List<Value> values, String joining) {
    var items = values.stream().map(item -> plain(item, joining)).toList();
    return join(items, joining);
  }

  /// Items as a list in prose, the first dozen of them and how many more there are.
  public String join(List<String> items, String joining) {
    if (items.size() > SHOWN_OF_LIST) {
      var first = String.join(", ", items.subList(0, SHOWN_OF_LIST - 1));
      long rest = items.size() - SHOWN_OF_LIST + 1L;
      return say("list.more", Details.NONE.text("first", first).count("rest", rest));
    }
    if (items.size() < 2 || joining.equals("plain")) {
      return String.join(", ", items);
    }
    var head = String.join(", ", items.subList(0, items.size() - 1));
    var last = items.get(items.size() - 1);
    return say("list." + joining, Details.NONE.text("head", head).text("last", last));
  }

  /// The words for a kind of statement.
  public String kind(String kind) {
    return known("kind.", kind);
  }

  private static String size(Value value) {
    return Figures.count(value instanceof Value.Several several ? several.values().size() : 1);
  }

  private String known(String prefix, String code) {
    return has(prefix + code) ? say(prefix + code) : code.replace('_', ' ');
  }

  /// The words of one of our codes for a value, such as a phenotype; the code itself where it has
  /// none.
  public String word(String code) {
    var known = "word." + code;
    return has(known) ? say(known) : code;
  }

  private String word(Value value) {
    return value instanceof Value.Count count ? countWord(count.count()) : plain(value, "and");
  }

  /// A small count as a word, a larger one in digits.
  public String countWord(long count) {
    return count >= 0 && count <= LARGEST_WORD ? say("number." + count) : Figures.count(count);
  }

  /// A change, with its sign: two digits of it, all before the point.
  private String signed(Value value) {
    var number = number(value);
    return number == null ? plain(value, "and") : units.attach(Figures.change(number), unit(value));
  }

  /// The end of a range: three digits, with or without its unit.
  private String end(Value value, boolean hasUnit) {
    var number = number(value);
    return number == null
        ? plain(value, "and")
        : units.attach(Figures.number(number, END_DIGITS), hasUnit ? unit(value) : Unit.one());
  }

  private static Unit unit(Value value) {
    return value instanceof Value.Measured measured ? measured.amount().unit() : Unit.one();
  }

  /// An amount: `14.2 µg/L`, `below 0.05%`, `failed`.
  public String amount(Amount amount) {
    return units.amount(amount);
  }

  /// A number in a unit.
  public String amount(double number, Unit unit) {
    return units.number(number, unit);
  }

  /// A change in a unit, with its sign.
  public String change(double number, Unit unit) {
    return units.attach(Figures.signed(number), unit);
  }

  /// A unit alone, for the head of a column or an axis; empty for a pure number.
  public String unit(Unit unit) {
    return units.unit(unit);
  }

  /// A time, as precise as it was recorded.
  public String when(When when) {
    return dates.text(when);
  }

  /// An age without the word: `4 years`.
  public String span(AgeSpan span) {
    return dates.span(span);
  }

  /// A time without its time of day.
  public String day(When when) {
    return dates.dayText(when);
  }

  /// A calendar day.
  public String day(LocalDate day) {
    return dates.day(day);
  }

  /// A calendar month.
  public String month(YearMonth month) {
    return dates.month(month);
  }

  /// The short name of a month, from 1.
  public String monthName(int month) {
    return dates.monthName(month);
  }

  /// What a statement says: its concept, or our words where the concept is a code of ours, the
  /// result where it has one, and in front whose it is where it is a relative's.
  public String statement(Statement statement) {
    var code = "statement." + statement.kind() + "." + statement.concept().id();
    var name = has(code) ? say(code) : statement.concept().label();
    var relation = statement.qualifier("relation");
    var whose = relation == null ? "" : value(relation.value()).replace('_', ' ') + ": ";
    var result = result(statement);
    return whose + (result.isEmpty() ? name : name + ": " + result);
  }

  /// The result that a statement gives as a text; empty where it gives none, or says in it what its
  /// presence says already.
  public String result(Statement statement) {
    var result = statement.qualifier("result");
    if (result == null) {
      return "";
    }
    var text = value(result.value());
    return text.equalsIgnoreCase(statement.presence().code()) ? "" : text;
  }

  /// A label of an ontology as it stands in a sentence: `Once Daily` is *once daily*, `Oral Route
  /// of Administration` *oral*; names with other capitals stay.
  public String inSentence(String label) {
    var text = label.endsWith(ROUTE) ? label.substring(0, label.length() - ROUTE.length()) : label;
    boolean isTitle =
        List.of(text.split(" ", -1)).stream().allMatch(word -> word.matches("[A-Z]?[a-z]+"));
    return isTitle ? text.toLowerCase(Locale.ROOT) : text;
  }

  /// A text in the middle of a sentence: a small first letter, unless it begins an abbreviation.
  public static String middle(String text) {
    boolean isWord =
        text.length() > 1
            && Character.isUpperCase(text.charAt(0))
            && Character.isLowerCase(text.charAt(1));
    return isWord ? text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1) : text;
  }

  /// The same text with a capital first letter, unless it begins with a name that has its own
  /// spelling: `rs4244285`, `mTOR`, `p.(Cys797Ser)`.
  public static String capital(String text) {
    int end = 0;
    while (end < text.length() && isLower(text.charAt(end))) {
      end++;
    }
    boolean isWord = end == text.length() || END_OF_WORD.indexOf(text.charAt(end)) >= 0;
    return end > 0 && isWord
        ? text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1)
        : text;
  }

  private static boolean isLower(char c) {
    return Character.isLowerCase(c) || c == '-' || c == '\'';
  }
}
