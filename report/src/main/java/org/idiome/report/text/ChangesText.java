package org.idiome.report.text;

import java.util.List;
import java.util.stream.Collectors;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Finding;
import org.idiome.profile.change.Cause;
import org.idiome.profile.change.Change;
import org.idiome.report.FindingWords;
import org.idiome.report.words.Words;
import org.jspecify.annotations.Nullable;

/// What changed between two runs, for a terminal: what it was, what it is, and why.
public final class ChangesText {
  private static final int LABEL = 9;
  private static final int MOST_BATCHES = 12;
  private static final int MOST_APART = 5;

  private final Words words = Words.english();
  private final Lines lines = new Lines();
  private final Ink ink;
  private final Comparison comparison;

  /// A change with its cause.
  ///
  /// @param data of what other data it is, where they are its cause
  public record Caused(Change change, Cause cause, List<Data> data) {
    /// Copies the list.
    public Caused {
      data = List.copyOf(data);
    }
  }

  /// What was known of one run and not of another.
  ///
  /// @param name of a file, or of a command that changed what files say
  /// @param batch with which it came or ended; 0 where that cannot be told
  /// @param day of what is outside of the person, ISO 8601; else empty
  public record Data(Kind kind, String name, long batch, String day) {
    /// What it is.
    public enum Kind {
      /// A file that the newer read and the older could not.
      FRESH,
      /// A file that the older read and that the newer does not count.
      GONE,
      /// A file that says now what another file of the person says.
      CORRECTED,
      /// A step that brought no file and ended none.
      STEP,
      /// Something that is none of the person's.
      OUTSIDE
    }

    /// A file that came.
    public static Data fresh(String name, long batch) {
      return new Data(Kind.FRESH, name, batch, "");
    }

    /// A file that was withdrawn, superseded or went to somebody else.
    public static Data gone(String name, long batch) {
      return new Data(Kind.GONE, name, batch, "");
    }

    /// A file that was corrected to what is in force under another name, too.
    public static Data corrected(String name, long batch) {
      return new Data(Kind.CORRECTED, name, batch, "");
    }

    /// A command that changed what holds.
    public static Data step(String command, long batch) {
      return new Data(Kind.STEP, command, batch, "");
    }

    /// Something outside of the person; nobody is named.
    ///
    /// @param what the end of its words' name, such as `record`
    public static Data outside(String what, long batch, String day) {
      return new Data(Kind.OUTSIDE, what, batch, day);
    }

    private String text() {
      var details = Details.NONE.text("name", name);
      details = batch == 0 ? details : details.text("batch", Long.toString(batch));
      details = day.isEmpty() ? details : details.text("day", day);
      return Words.english()
          .say(
              switch (kind) {
                case FRESH -> "changes.data.new";
                case GONE -> "changes.data.gone";
                case CORRECTED -> "changes.data.corrected";
                case STEP -> "changes.data.step";
                case OUTSIDE -> "changes.data.outside." + name;
              },
              details);
    }
  }

  /// One of two runs.
  ///
  /// @param name as one asks for it, such as `run 3`; `now` for one that was just made
  /// @param recorded day on which it was kept, ISO 8601; empty for one that was just made
  /// @param at its clinical date
  /// @param question the options with which it was asked, such as `--at 2026-02-01`; empty where it
  ///   was asked of everything that is known
  /// @param isNow whether it says what would be said now
  public record Side(String name, String recorded, String at, String question, boolean isNow) {}

  /// What came into the record between two runs.
  ///
  /// @param recorded day on which it came, ISO 8601
  /// @param command what was asked for, such as `import`
  /// @param author who said so; empty where nobody is named
  /// @param reason why; empty where nobody said
  public record Batch(long batch, String recorded, String command, String author, String reason) {}

  /// Two runs of one person.
  ///
  /// @param between the batches between them that are about the person
  /// @param same how many findings say the same
  /// @param settings in which settings they differ, such as `at 2026-05-01, was 2026-01-01`
  /// @param apart newer runs that were asked another question and are not compared, such as `run 3
  ///   (--at 2026-02-01)`
  public record Comparison(
      String person,
      Side before,
      Side after,
      List<Batch> between,
      List<Caused> changes,
      long same,
      List<String> settings,
      List<String> apart) {
    /// Copies the lists.
    public Comparison {
      between = List.copyOf(between);
      changes = List.copyOf(changes);
      settings = List.copyOf(settings);
      apart = List.copyOf(apart);
    }

    /// Whether the two were asked different questions: then they need not say the same, though
    /// nothing changed.
    public boolean isOfTwoQuestions() {
      return !before.question().equals(after.question());
    }
  }

  private ChangesText(Comparison comparison, Ink ink) {
    this.comparison = comparison;
    this.ink = ink;
  }

  /// The text, ending with a line end.
  public static String of(Comparison comparison, Ink ink) {
    var text = new ChangesText(comparison, ink);
    text.write();
    return text.lines.end();
  }

  /// What it says first: how much changed, and whether the two were asked the same.
  public static String lead(Comparison comparison) {
    return new ChangesText(comparison, Ink.PLAIN).lead();
  }

  private String lead() {
    int changed = comparison.changes().size();
    var count =
        Details.NONE
            .count("n", changed)
            .count("same", comparison.same())
            .text("person", comparison.person());
    if (!comparison.isOfTwoQuestions()) {
      return words.say(changed == 0 ? "changes.none" : "changes.lead", count);
    }
    var two =
        count.text("was", question(comparison.before())).text("is", question(comparison.after()));
    return words.say(changed == 0 ? "changes.two.none" : "changes.two.lead", two);
  }

  private void write() {
    lines.wrapped(0, lead());
    side(words.say("changes.before"), comparison.before());
    side(after(), comparison.after());
    between();
    apart();
    for (var caused : comparison.changes()) {
      lines.gap();
      write(caused);
    }
  }

  private String question(Side side) {
    return side.question().isEmpty()
        ? words.say("changes.question.none")
        : words.say("changes.question", Details.NONE.text("options", side.question()));
  }

  /// What the newer side is called: *now* only where that is what it says.
  private String after() {
    return words.say(comparison.after().isNow() ? "changes.after" : "changes.later");
  }

  private void side(String label, Side side) {
    var details =
        Details.NONE
            .text("name", side.name())
            .text("recorded", side.recorded())
            .text("at", side.at());
    if (!side.question().isEmpty()) {
      details = details.text("question", question(side));
    }
    said(label, words.say(side.recorded().isEmpty() ? "changes.run.now" : "changes.run", details));
  }

  private void apart() {
    var apart = comparison.apart();
    if (!apart.isEmpty()) {
      var named = apart.subList(Math.max(0, apart.size() - MOST_APART), apart.size());
      var details = Details.NONE.count("n", apart.size()).text("runs", String.join("; ", named));
      int rest = apart.size() - named.size();
      details = rest == 0 ? details : details.count("rest", rest);
      said("", words.say("changes.apart", details));
    }
  }

  private void between() {
    var batches = comparison.between();
    var label = words.say("changes.between");
    for (var batch : batches.subList(0, Math.min(MOST_BATCHES, batches.size()))) {
      said(label, said(batch));
      label = "";
    }
    int rest = batches.size() - MOST_BATCHES;
    if (rest > 0) {
      said(label, words.say("changes.batch.more", Details.NONE.count("count", rest)));
    }
  }

  private String said(Batch batch) {
    var details =
        Details.NONE
            .text("batch", Long.toString(batch.batch()))
            .text("recorded", batch.recorded())
            .text("command", batch.command());
    details = batch.author().isEmpty() ? details : details.text("author", batch.author());
    details = batch.reason().isEmpty() ? details : details.text("reason", batch.reason());
    return words.say("changes.batch", details);
  }

  /// Where the claim is another, each side says its own under what it is about.
  private void write(Caused caused) {
    var change = caused.change();
    var was = change.before();
    var is = change.after();
    var claim = FindingWords.title(change.shown());
    if (isWorded(change)) {
      lines.line(ink.bold(Lines.safe(Words.capital(claim))));
      unworded(change);
      said(words.say("changes.cause"), cause(caused));
      lines.line(ink.faint("  " + " ".repeat(LABEL) + Lines.safe(change.key())));
      return;
    }
    boolean isOther = was != null && is != null && !FindingWords.title(was).equals(claim);
    var heading = isOther ? change.shown().subject().label() : claim;
    lines.line(ink.bold(Lines.safe(Words.capital(heading))));
    said(words.say("changes.before"), isOther ? claimed(was) : answer(was));
    said(after(), isOther ? claimed(is) : answer(is));
    if (change.kind() == Change.Kind.ADVICE) {
      said("", words.say("changes.advice"));
    }
    said(words.say("changes.cause"), cause(caused));
    lines.line(ink.faint("  " + " ".repeat(LABEL) + Lines.safe(change.key())));
  }

  /// Whether both sides say the same in words, though something of the answer is another.
  private static boolean isWorded(Change change) {
    var was = change.before();
    var is = change.after();
    return change.kind() == Change.Kind.VALUE
        && was != null
        && is != null
        && FindingWords.title(was).equals(FindingWords.title(is))
        && answer(was).equals(answer(is));
  }

  /// What is another where the words are not: details of the answer.
  private void unworded(Change change) {
    var was = details(change.before());
    var is = details(change.after());
    var old = differing(was, is);
    var now = differing(is, was);
    if (old.isEmpty() && now.isEmpty()) {
      said("", words.say("changes.rests"));
      return;
    }
    said(words.say("changes.before"), old.isEmpty() ? words.say("changes.without") : old);
    said(after(), now.isEmpty() ? words.say("changes.without") : now);
  }

  private static Details details(@Nullable Finding finding) {
    return finding == null ? Details.NONE : FindingWords.values(finding);
  }

  private String differing(Details some, Details others) {
    var differing = Details.NONE;
    for (var one : some.entries()) {
      if (!one.getValue().equals(others.get(one.getKey()))) {
        differing = differing.with(one.getKey(), one.getValue());
      }
    }
    return differing.isEmpty() ? "" : words.list(differing);
  }

  private static String claimed(@Nullable Finding finding) {
    return finding == null
        ? answer(null)
        : Words.capital(FindingWords.title(finding)) + "; " + Words.middle(answer(finding));
  }

  /// What a finding says, in a line: state, value, what stands below, strength.
  public static String answer(@Nullable Finding finding) {
    var words = Words.english();
    if (finding == null) {
      return words.say("changes.absent");
    }
    var out = new StringBuilder(words.say("state." + finding.state().code()));
    for (var part : List.of(FindingWords.value(finding), FindingWords.sub(finding))) {
      out.append(part.isEmpty() ? "" : "; " + part);
    }
    var strength = FindingWords.strength(finding);
    return out.append(strength == null ? "" : "; " + Words.middle(strength)).toString();
  }

  /// Why, with the exact source where it is known.
  private String cause(Caused caused) {
    var data = data(caused);
    var settings = String.join("; ", comparison.settings());
    var details = Details.NONE;
    details = data.isEmpty() ? details : details.text("data", data);
    details = settings.isEmpty() ? details : details.text("settings", settings);
    return words.say("changes.cause." + caused.cause().code(), details);
  }

  /// The data of a cause, such as `laboratory.tsv (batch 2)`.
  public static String data(Caused caused) {
    return caused.data().stream().map(Data::text).collect(Collectors.joining("; "));
  }

  /// The words of a cause, without its source.
  public static String word(Cause cause) {
    return Words.english().say("changes.cause." + cause.code());
  }

  private void said(String label, String text) {
    var padded = label + " ".repeat(Math.max(1, LABEL - label.length()));
    lines.labelled(2, ink.faint(padded), padded.length(), text);
  }
}
