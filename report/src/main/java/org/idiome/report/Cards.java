package org.idiome.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.idiome.core.finding.Advice;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.Strength;
import org.idiome.core.finding.Value;
import org.idiome.report.words.Words;
import org.jspecify.annotations.Nullable;

/// What matters now: the advice of findings, ranked, at most six cards.
///
/// Rank: priority, then strength (strongest first), then key. Advice of one code about one thing is
/// one card; so is advice of one code before use that rests on the same and asks for the same step.
/// Where more than six remain, advice of one code becomes one card that names the things.
///
/// @param cards in order
/// @param leftOut advice for which no card was left
public record Cards(List<Card> cards, int leftOut) {
  private static final int MOST = 6;

  /// Copies the cards.
  public Cards {
    cards = List.copyOf(cards);
  }

  /// A thing to decide, do or settle.
  ///
  /// @param why values and dates that speak for it; may be empty
  /// @param next the one next step; may be empty
  /// @param line a clause for the bottom line; may be empty
  /// @param findings at least one; the first is the one to follow
  public record Card(
      Advice advice, String title, String why, String next, String line, List<Finding> findings) {
    /// Copies the findings.
    public Card {
      findings = List.copyOf(findings);
    }

    /// The finding that leads to the rows.
    public Finding main() {
      return findings.getFirst();
    }

    /// The strength of the main finding, or null.
    public @Nullable Strength strength() {
      return main().strength();
    }
  }

  /// A finding that has advice.
  private record Advised(Finding finding, Advice advice) {}

  private static final Comparator<Advised> RANK =
      Comparator.comparing((Advised one) -> one.advice().priority())
          .thenComparing(
              one -> one.finding().strength(),
              Comparator.nullsLast(Comparator.comparing(Strength::level).reversed()))
          .thenComparing(one -> one.finding().key());

  static Cards of(List<Finding> findings) {
    var advised = new ArrayList<Advised>();
    for (var finding : findings) {
      var advice = finding.advice();
      if (advice != null) {
        advised.add(new Advised(finding, advice));
      }
    }
    advised.sort(RANK);
    var groups = grouped(advised, one -> code(one) + "|" + about(one));
    if (groups.size() > MOST) {
      groups = grouped(advised, Cards::code);
    }
    var cards = new ArrayList<Card>();
    for (var group : groups.subList(0, Math.min(MOST, groups.size()))) {
      cards.add(card(group));
    }
    return new Cards(cards, groups.size() - cards.size());
  }

  private static String code(Advised one) {
    return one.finding().key().interpreter() + "|" + one.advice().code();
  }

  /// What parts a card from others of its code: the thing, or before use the reason and the step.
  private static String about(Advised one) {
    var finding = one.finding();
    var advice = one.advice();
    var why = FindingWords.advice(finding, advice, ".many.why", Details.NONE);
    return advice.priority() != Advice.Priority.BEFORE_USE || why.isEmpty()
        ? finding.subject().id()
        : String.join("|", why, FindingWords.advice(finding, advice, ".do"), grade(finding));
  }

  private static String grade(Finding finding) {
    var strength = finding.strength();
    return strength == null ? "" : strength.level().code() + " " + strength.grade();
  }

  private static List<List<Advised>> grouped(
      List<Advised> advised, java.util.function.Function<Advised, String> key) {
    var groups = new LinkedHashMap<String, List<Advised>>();
    for (var one : advised) {
      groups.computeIfAbsent(key.apply(one), _ -> new ArrayList<>()).add(one);
    }
    return new ArrayList<>(groups.values());
  }

  private static Card card(List<Advised> group) {
    var first = group.getFirst();
    var subjects = group.stream().map(one -> one.finding().subject().label()).distinct().toList();
    boolean isOne = subjects.size() == 1;
    var more =
        Details.NONE
            .count("subjects_count", subjects.size())
            .with("subjects", Value.texts(subjects));
    var finding = first.finding();
    var advice = first.advice();
    var many = isOne ? "" : FindingWords.advice(finding, advice, ".many", more);
    var title = many.isEmpty() ? FindingWords.advice(finding, advice, "", more) : many;
    var why = FindingWords.advice(finding, advice, isOne ? ".why" : ".many.why", more);
    return new Card(
        advice,
        Words.capital(title),
        Words.capital(why),
        Words.capital(FindingWords.advice(finding, advice, ".do", more)),
        FindingWords.advice(finding, advice, isOne ? ".line" : ".many.line", more),
        group.stream().map(Advised::finding).toList());
  }
}
