package org.idiome.care.pharmacogenes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Value;

/// The column `note` of the table: what the shell's contract words in a few terms.
final class TableNotes {
  private static final int MOST_NAMES = 3;

  private final List<String> sources;

  /// @param sources in the order in which one stands for all
  TableNotes(List<String> sources) {
    this.sources = sources;
  }

  /// The notes of a finding, in the order of its explanation.
  List<String> of(Finding finding) {
    var notes = new ArrayList<String>();
    if (finding.state() instanceof State.NotAssessed not) {
      var detail = PharmacogeneTable.texts(not.details().get("detail"));
      var reason = not.reason().code();
      var more = String.join(", ", detail);
      notes.add(more.isEmpty() || more.equals(reason) ? reason : reason + ": " + more);
    }
    if (finding.state() instanceof State.Found found) {
      for (var one : found.possibilities()) {
        if (one.get("cause") instanceof Value.Word cause) {
          notes.add(cause.code() + ": " + names(one, "alleles") + " not excluded");
        }
      }
    }
    for (var child : finding.why().children()) {
      switch (child) {
        case Explanation.Note note -> add(notes, note);
        case Explanation.Claim claim -> add(notes, claim);
        case Explanation.Rule _, Explanation.Used _, Explanation.Row _ -> {}
      }
    }
    return notes.stream().distinct().toList();
  }

  private void add(List<String> notes, Explanation.Note note) {
    var details = note.details();
    switch (note.code()) {
      case "unphased_not_excluded" ->
          notes.add("unphased: " + names(details, "diplotypes") + " not excluded");
      case "genotype_half_missing" -> notes.add("half missing: " + list(details, "positions"));
      case "alternates_not_listed" ->
          notes.add("alternates not listed: " + list(details, "positions"));
      case "undocumented_base" -> notes.add("undocumented base: " + list(details, "positions"));
      case "presumed_on_different_strands" ->
          notes.add("unphased: variants presumed on different chromosomes");
      case "lowest_of_arrangements" ->
          notes.add("phase leaves several arrangements: the lowest activity is used");
      case "proxy_used" ->
          notes.add(list(details, "proxy") + " used for missing " + list(details, "deciding"));
      case "proxy_overruled" ->
          notes.add(list(details, "deciding") + " decides against " + list(details, "proxy"));
      case "missing_changes_nothing" -> notes.add("missing positions cannot change the phenotype");
      default -> {}
    }
  }

  private static void add(List<String> notes, Explanation.Claim claim) {
    if (claim.code().equals("position_not_seen")) {
      var detail = list(claim.details(), "detail");
      notes.add(
          list(claim.details(), "position")
              + ": "
              + list(claim.details(), "why")
              + (detail.isEmpty() ? "" : " (" + detail + ")"));
    }
  }

  private static String list(Details details, String name) {
    return String.join(", ", PharmacogeneTable.texts(details.get(name)));
  }

  /// The first names, how many more, and what they would mean.
  private String names(Details details, String name) {
    var names = PharmacogeneTable.texts(details.get(name));
    long count = details.get("count") instanceof Value.Count all ? all.count() : names.size();
    var text = new StringBuilder(String.join(", ", names.stream().limit(MOST_NAMES).toList()));
    if (count > MOST_NAMES) {
      text.append(" and ").append(count - MOST_NAMES).append(" more");
    }
    for (var source : sources) {
      var lower = source.toLowerCase(Locale.ROOT);
      var phenotype = PharmacogeneTable.texts(details.get("phenotype_" + lower));
      if (!phenotype.isEmpty()) {
        return text.append(" (").append(String.join(", ", phenotype)).append(')').toString();
      }
    }
    return text.toString();
  }
}
