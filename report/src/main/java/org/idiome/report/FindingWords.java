package org.idiome.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Advice;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Value;
import org.idiome.report.words.Words;
import org.jspecify.annotations.Nullable;

/// Says a finding and the nodes of its explanation in words.
///
/// The words of a code stand under `INTERPRETER.KIND.CODE`: `laboratory.claim.outside_interval`;
/// beside a claim its value (`….value`), second line (`….sub`) and question (`….question`).
public final class FindingWords {
  private static final Pattern SEPARATORS = Pattern.compile("^[;, ]+");

  private final Words words = Words.english();
  private final String interpreter;

  private FindingWords(String interpreter) {
    this.interpreter = interpreter;
  }

  /// The words of the interpreter that made a finding.
  public static FindingWords of(Finding finding) {
    return new FindingWords(finding.key().interpreter());
  }

  /// What is claimed: at most a line.
  public static String title(Finding finding) {
    return of(finding).claim(finding.why().code(), values(finding));
  }

  /// What stands below the claim; empty where there is nothing more.
  public static String sub(Finding finding) {
    if (finding.state() instanceof State.NotAssessed) {
      return reason(finding);
    }
    return of(finding).optional("claim." + finding.why().code() + ".sub", values(finding));
  }

  /// The value of a finding, with unit and interval; empty where the claim says it all.
  public static String value(Finding finding) {
    var code = "claim." + finding.why().code() + ".value";
    var values = values(finding);
    var said = of(finding).optional(code, values);
    if (!said.isEmpty()) {
      return said;
    }
    var value = values.get("value");
    return value == null ? "" : Words.english().value(value);
  }

  /// What kind of finding it is.
  public static String kind(Finding finding) {
    var code = finding.key().interpreter() + ".finding." + finding.key().kind();
    var words = Words.english();
    return words.has(code) ? words.say(code) : finding.key().kind().replace('_', ' ');
  }

  /// The question that a finding answers, for the list of what was not assessed.
  public static String question(Finding finding) {
    var code = "claim." + finding.why().code() + ".question";
    var said = of(finding).optional(code, values(finding));
    return said.isEmpty() ? title(finding) : said;
  }

  /// Why nothing is claimed, as exactly as the interpreter says it; empty where something is.
  public static String reason(Finding finding) {
    if (finding.state() instanceof State.NotAssessed not) {
      var exact =
          not.details().get("detail") instanceof Value.Word word
              ? of(finding).optional("reason." + word.code(), values(finding))
              : "";
      return exact.isEmpty()
          ? Words.english().say("reason." + not.reason().code(), values(finding))
          : exact;
    }
    return "";
  }

  /// The test that would settle it: what the explanation says, else what the reason asks for.
  public static String settles(Finding finding) {
    var notes = notes(finding, Explanation.Note.Kind.SETTLES);
    if (!notes.isEmpty()) {
      return Words.capital(String.join("; ", notes));
    }
    return finding.state() instanceof State.NotAssessed not
        ? Words.english().say("reason." + not.reason().code() + ".remedy", values(finding))
        : "";
  }

  /// What it could change; empty where the explanation does not say.
  public static String matters(Finding finding) {
    return Words.capital(String.join("; ", notes(finding, Explanation.Note.Kind.MATTERS)));
  }

  private static Set<String> notes(Finding finding, Explanation.Note.Kind kind) {
    var said = new LinkedHashSet<String>();
    gather(of(finding), finding.why().children(), kind, said);
    return said;
  }

  private static void gather(
      FindingWords words, List<Explanation> nodes, Explanation.Note.Kind kind, Set<String> into) {
    for (var node : nodes) {
      switch (node) {
        case Explanation.Note note when note.kind() == kind -> into.add(words.note(note));
        case Explanation.Note _, Explanation.Row _ -> {}
        case Explanation.Claim claim -> gather(words, claim.children(), kind, into);
        case Explanation.Rule rule -> gather(words, rule.children(), kind, into);
        case Explanation.Used used -> gather(words, used.children(), kind, into);
      }
    }
  }

  /// All values of a finding by name: those of its claim, those of its answer (joined where several
  /// answers are possible), and its `subject`.
  public static Details values(Finding finding) {
    var claimed = finding.why().details();
    var all =
        switch (finding.state()) {
          case State.Found found -> claimed.and(joined(found));
          case State.Excluded excluded -> claimed.and(excluded.limit());
          case State.NotAssessed not -> claimed.and(not.details());
        };
    return all.get("subject") == null
        ? all.with("subject", new Value.Thing(named(finding.subject())))
        : all;
  }

  /// A subject without a text of its own may be a code of ours, such as a layer.
  private static Coded named(Coded subject) {
    var layer = "layer." + subject.id();
    return subject.display() == null && Words.english().has(layer)
        ? new Coded(subject.id(), Words.english().say(layer))
        : subject;
  }

  private static Details joined(State.Found found) {
    if (found.possibilities().size() == 1) {
      return found.possibilities().getFirst();
    }
    var joined = Details.NONE;
    for (var possibility : found.possibilities()) {
      for (var entry : possibility.entries()) {
        if (joined.get(entry.getKey()) == null) {
          joined = joined.with(entry.getKey(), joined(found, entry.getKey()));
        }
      }
    }
    return joined;
  }

  private static Value joined(State.Found found, String name) {
    var distinct = new LinkedHashSet<Value>();
    for (var possibility : found.possibilities()) {
      var value = possibility.get(name);
      if (value != null) {
        distinct.add(value);
      }
    }
    if (distinct.size() == 1) {
      return distinct.iterator().next();
    }
    var words = Words.english();
    return new Value.Text(words.join(distinct.stream().map(words::value).toList(), "or"));
  }

  /// The words of an advice: its title, or a part of it such as `.do`, `.why`, `.line`.
  public static String advice(Finding finding, Advice advice, String part) {
    return advice(finding, advice, part, Details.NONE);
  }

  /// The words of an advice with more values.
  static String advice(Finding finding, Advice advice, String part, Details more) {
    var values = more.and(advice.details()).and(values(finding));
    var speaker = of(finding);
    var code = "advice." + advice.code() + part;
    return part.isEmpty() ? speaker.say(code, values) : speaker.optional(code, values);
  }

  /// The words of a claim.
  public String claim(String code, Details values) {
    return say("claim." + code, values);
  }

  /// The words of a rule: what it asks for.
  public String rule(Explanation.Rule rule) {
    return say("rule." + rule.code(), rule.details());
  }

  /// The name of a value that was used.
  public String used(String code) {
    var own = interpreter + ".used." + code;
    return words.has(own) ? words.say(own) : words.name(code);
  }

  /// The words of a remark.
  public String note(Explanation.Note note) {
    var own = interpreter + "." + note.kind().code() + "." + note.code();
    if (words.has(own)) {
      return words.say(own, note.details());
    }
    var reason = "reason." + note.code();
    return words.has(reason) && note.kind() == Explanation.Note.Kind.REASON
        ? words.say(reason, note.details())
        : words.say(note.code(), note.details());
  }

  private String say(String code, Details values) {
    var own = interpreter + "." + code;
    return words.has(own) ? words.say(own, values) : words.say(afterDot(code), values);
  }

  /// A code without words is shown as it is, without the kind that we put before it.
  private static String afterDot(String code) {
    return code.substring(code.indexOf('.') + 1);
  }

  /// The words of a code where it has any; parts that were left out leave no separator in front.
  private String optional(String code, Details values) {
    var own = interpreter + "." + code;
    return words.has(own) ? SEPARATORS.matcher(words.say(own, values)).replaceFirst("") : "";
  }

  /// The citation as readers write it: `PMID 34216116`, `doi:10.1002/cpt.2526`.
  public static String citation(org.idiome.core.concept.Citation citation) {
    var id = citation.id();
    return switch (id.prefix()) {
      case "PMID" -> "PMID\u00a0" + id.local();
      case "DOI", "doi" -> "doi:" + id.local();
      default -> id.toString();
    };
  }

  /// The rows that an explanation cites, in its order.
  public static List<Explanation.Row> rows(Explanation.Claim why) {
    var rows = new ArrayList<Explanation.Row>();
    gatherRows(why.children(), rows);
    return rows;
  }

  private static void gatherRows(List<Explanation> nodes, List<Explanation.Row> into) {
    for (var node : nodes) {
      switch (node) {
        case Explanation.Row row -> into.add(row);
        case Explanation.Note _ -> {}
        case Explanation.Claim claim -> gatherRows(claim.children(), into);
        case Explanation.Rule rule -> gatherRows(rule.children(), into);
        case Explanation.Used used -> gatherRows(used.children(), into);
      }
    }
  }

  /// The strength in words, or null where nothing is graded.
  public static @Nullable String strength(Finding finding) {
    var strength = finding.strength();
    return strength == null ? null : Words.english().say("strength." + strength.level().code());
  }
}
