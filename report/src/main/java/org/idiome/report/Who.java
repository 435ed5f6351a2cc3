package org.idiome.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Presence;
import org.idiome.core.time.AgeAt;
import org.idiome.core.time.Order;
import org.idiome.core.time.When;
import org.idiome.profile.Profile;
import org.idiome.report.words.Words;
import org.jspecify.annotations.Nullable;

/// Who a report is about, in one line made by rule from the record.
final class Who {
  private static final int MOST = 3;

  private Who() {}

  static String line(Account account) {
    var words = Words.english();
    var parts = new ArrayList<String>();
    var person = person(account, words);
    if (!person.isEmpty()) {
      parts.add(person);
    }
    var diagnoses = diagnoses(account, words);
    addList(parts, words, "who.diagnoses", diagnoses);
    if (diagnoses.isEmpty()) {
      addSigns(parts, words, account);
    }
    var death = death(account.profile());
    if (death != null) {
      parts.add(died(death, words));
    } else {
      addList(parts, words, "who.medicines", medicines(account, Medicines.Status.TAKEN));
      addList(parts, words, "who.on_record", medicines(account, Medicines.Status.END_NOT_STATED));
    }
    return parts.isEmpty()
        ? words.say("who.nothing")
        : parts.stream().map(part -> Words.capital(part) + ".").collect(Collectors.joining(" "));
  }

  private static void addList(List<String> parts, Words words, String code, List<String> items) {
    if (!items.isEmpty()) {
      long rest = Math.max(0, items.size() - MOST);
      var shown = items.subList(0, Math.min(MOST, items.size()));
      var list =
          rest == 0
              ? words.join(shown, "and")
              : words.say(
                  "list.more",
                  Details.NONE.text("first", String.join(", ", shown)).count("rest", rest));
      parts.add(words.say(code, Details.NONE.text("list", list)));
    }
  }

  private static void addSigns(List<String> parts, Words words, Account account) {
    long signs =
        account.profile().statements(Layer.PHENOTYPE).stream()
            .filter(statement -> statement.kind().equals("sign"))
            .filter(statement -> statement.presence() == Presence.Looked.PRESENT)
            .count();
    if (signs > 0) {
      parts.add(words.say("who.signs", Details.NONE.count("count", signs)));
    }
  }

  private static String person(Account account, Words words) {
    var sex = sex(account.profile().statements(Layer.PHENOTYPE));
    var age = age(account, words);
    var said = new ArrayList<String>();
    if (sex != null && words.has("sex." + sex)) {
      said.add(words.say("sex." + sex));
    }
    if (!age.isEmpty()) {
      said.add(age);
    }
    return String.join(", ", said);
  }

  /// Where the record states one; of two that contradict each other none.
  private static @Nullable String sex(List<Statement> statements) {
    var stated =
        statements.stream()
            .filter(statement -> statement.kind().equals("sex"))
            .map(statement -> statement.concept().id())
            .distinct()
            .toList();
    return stated.size() == 1 ? stated.getFirst() : null;
  }

  private static String age(Account account, Words words) {
    var profile = account.profile();
    return switch (AgeAt.of(
        profile.individual().born(), profile.at(), AgeAt.LeapBirthday.FEBRUARY_28)) {
      case AgeAt.Years years when years.isCertain() ->
          words.say("who.age", Details.NONE.count("years", years.least()));
      case AgeAt.Years years ->
          words.say(
              "who.ages", Details.NONE.count("least", years.least()).count("most", years.most()));
      case AgeAt.CannotBeSaid _ -> ageLastSeen(account, words);
    };
  }

  /// The age at the last encounter: whoever was seen at four years is four or older.
  private static String ageLastSeen(Account account, Words words) {
    for (var statement : account.profile().statements(Layer.OUTCOME)) {
      if (statement.kind().equals("encounter") && statement.when() instanceof When.Age age) {
        return words.say("who.least_age", Details.NONE.text("age", words.span(age.span())));
      }
    }
    return "";
  }

  /// The statement that the person has died, unless that was later than the clinical date.
  private static @Nullable Statement death(Profile profile) {
    for (var statement : profile.statements(Layer.OUTCOME)) {
      if (statement.kind().equals("vital_status")
          && statement.concept().id().equals("deceased")
          && statement.presence() == Presence.Looked.PRESENT
          && statement.when().order(profile.at()) != Order.AFTER) {
        return statement;
      }
    }
    return null;
  }

  private static String died(Statement death, Words words) {
    if (death.when() instanceof When.NotStated) {
      return words.say("who.died_undated");
    }
    boolean isAge = death.when() instanceof When.Age;
    var day = Details.NONE.text("day", words.day(death.when()));
    return words.say(isAge ? "who.died_at" : "who.died", day);
  }

  /// What the person has; where all of it is over, what the person had, and that it is over.
  private static List<String> diagnoses(Account account, Words words) {
    var lasting = new LinkedHashSet<String>();
    var resolved = new LinkedHashSet<String>();
    for (var statement : account.profile().statements(Layer.DIAGNOSIS)) {
      if (statement.presence() == Presence.Looked.PRESENT && statement.author() == null) {
        boolean isResolved = isResolved(statement, account.profile().at());
        (isResolved ? resolved : lasting)
            .add(Words.capital(statement.concept().label()) + aside(statement, isResolved, words));
      }
    }
    return List.copyOf(lasting.isEmpty() ? resolved : lasting);
  }

  /// Whether a resolution is stated that is not surely still to come.
  private static boolean isResolved(Statement statement, When at) {
    var end = time(statement, "resolution");
    return end != null && end.order(at) != Order.AFTER;
  }

  private static @Nullable When time(Statement statement, String name) {
    var qualifier = statement.qualifier(name);
    return qualifier != null
            && qualifier.value() instanceof Value.Time time
            && !(time.when() instanceof When.NotStated)
        ? time.when()
        : null;
  }

  private static String aside(Statement statement, boolean isResolved, Words words) {
    var said = new ArrayList<String>();
    var onset = time(statement, "onset");
    if (onset != null) {
      said.add(words.day(onset));
    }
    if (isResolved) {
      said.add(words.say("who.resolved"));
    }
    return said.isEmpty() ? "" : " (" + String.join(", ", said) + ")";
  }

  /// Whether the record says that the person had died by the clinical date.
  static boolean hasDied(Profile profile) {
    return death(profile) != null;
  }

  private static List<String> medicines(Account account, Medicines.Status status) {
    return account.medicines().stream()
        .filter(medicine -> medicine.status() == status)
        .map(medicine -> Words.middle(medicine.name()))
        .toList();
  }
}
