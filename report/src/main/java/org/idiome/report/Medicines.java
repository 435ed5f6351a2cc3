package org.idiome.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Presence;
import org.idiome.core.time.Order;
import org.idiome.core.time.When;
import org.idiome.profile.Profile;
import org.idiome.report.words.Words;
import org.jspecify.annotations.Nullable;

/// Medicines: those taken now, then those that ended, then those that findings speak about though
/// the record does not have them.
public final class Medicines {
  private static final String DRUG = "drug";

  /// Kind of the findings that say what all guidelines come to for one drug.
  private static final String KIND = "medicine";

  /// Whether a medicine is taken.
  public enum Status {
    /// A dose interval holds at the clinical date, or none says when it ended.
    TAKEN,
    /// Every dose interval ended before the clinical date.
    ENDED,
    /// The record does not say that it was ever taken; findings speak about it.
    NOT_RECORDED
  }

  /// A medicine.
  ///
  /// @param doses the record's own statements, in order of time; empty where it has none
  /// @param checks findings about it
  public record Medicine(String name, Status status, List<Statement> doses, List<Finding> checks) {
    /// Copies the lists.
    public Medicine {
      doses = List.copyOf(doses);
      checks = List.copyOf(checks);
    }
  }

  private Medicines() {}

  /// Names of drugs that guidelines speak about and no medicine of the list is.
  static Set<String> others(List<Medicine> medicines, List<Finding> findings) {
    var others = new TreeSet<String>();
    for (var finding : findings) {
      var drug = drug(finding);
      if (drug != null) {
        others.add(drug.toLowerCase(Locale.ROOT));
      }
    }
    for (var medicine : medicines) {
      others.remove(medicine.name().toLowerCase(Locale.ROOT));
      medicine.checks().forEach(check -> others.remove(drugName(check)));
    }
    return others;
  }

  private static String drugName(Finding finding) {
    var drug = drug(finding);
    return drug == null ? "" : drug.toLowerCase(Locale.ROOT);
  }

  /// What the genes answered for a drug: the claims that a check rests on.
  public static List<Explanation.Claim> genes(Finding check) {
    var genes = new ArrayList<Explanation.Claim>();
    for (var child : check.why().children()) {
      if (child instanceof Explanation.Claim claim && claim.code().equals("gene_answer")) {
        genes.add(claim);
      }
    }
    return genes;
  }

  static List<Medicine> of(Profile profile, List<Finding> findings) {
    var checksOfDrugs = findings.stream().filter(one -> one.key().kind().equals(KIND)).toList();
    var byDrug = new LinkedHashMap<String, List<Statement>>();
    for (var statement : profile.statements(Layer.THERAPY)) {
      if (statement.kind().equals(DRUG) && statement.presence() == Presence.Looked.PRESENT) {
        byDrug.computeIfAbsent(statement.concept().id(), _ -> new ArrayList<>()).add(statement);
      }
    }
    var medicines = new ArrayList<Medicine>();
    var used = new TreeSet<String>();
    for (var doses : byDrug.values()) {
      var names = names(doses.getFirst().concept());
      var checks = checksOfDrugs.stream().filter(finding -> isAbout(finding, names)).toList();
      checks.forEach(check -> used.add(check.key().text()));
      var name = Words.capital(doses.getFirst().concept().label());
      medicines.add(new Medicine(name, status(doses, profile.at()), doses, checks));
    }
    medicines.addAll(notRecorded(checksOfDrugs, used));
    medicines.sort(Comparator.comparing(Medicine::status));
    return List.copyOf(medicines);
  }

  private static List<Medicine> notRecorded(List<Finding> findings, Set<String> used) {
    var byName = new LinkedHashMap<String, List<Finding>>();
    for (var finding : findings) {
      var drug = drug(finding);
      if (drug != null && !used.contains(finding.key().text())) {
        byName.computeIfAbsent(Words.capital(drug), _ -> new ArrayList<>()).add(finding);
      }
    }
    var medicines = new ArrayList<Medicine>();
    byName.forEach((name, checks) ->
        medicines.add(new Medicine(name, Status.NOT_RECORDED, List.of(), checks)));
    return medicines;
  }

  private static Set<String> names(Coded concept) {
    var names = new TreeSet<String>();
    names.add(concept.id().toLowerCase(Locale.ROOT));
    names.add(concept.label().toLowerCase(Locale.ROOT));
    return names;
  }

  private static boolean isAbout(Finding finding, Set<String> names) {
    var drug = drug(finding);
    if (drug == null) {
      return false;
    }
    return names.contains(drug.toLowerCase(Locale.ROOT))
        || names.contains(finding.subject().id().toLowerCase(Locale.ROOT));
  }

  /// The drug that a finding is about, or null.
  static @Nullable String drug(Finding finding) {
    return switch (FindingWords.values(finding).get(DRUG)) {
      case Value.Text text -> text.text();
      case Value.Thing thing -> thing.coded().label();
      case null, default -> null;
    };
  }

  private static Status status(List<Statement> doses, When at) {
    for (var dose : doses) {
      var end = dose.when() instanceof When.Interval interval ? interval.end() : null;
      if (end == null || end.order(at) != Order.BEFORE) {
        return Status.TAKEN;
      }
    }
    return Status.ENDED;
  }
}
