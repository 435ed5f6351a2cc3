package org.idiome.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.idiome.care.pharmacogenes.DrugCourse;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Presence;
import org.idiome.core.time.When;
import org.idiome.profile.Profile;
import org.idiome.report.words.Words;
import org.jspecify.annotations.Nullable;

/// Medicines: those taken now, then those of which no end is stated, then those that ended, then
/// those that findings speak about though the record does not have them.
public final class Medicines {
  private static final String DRUG = "drug";

  /// Kind of the findings that say what all guidelines come to for one drug.
  private static final String KIND = "medicine";

  /// Claims of a finding that name what the record has.
  private static final Set<String> GIVEN = Set.of("drug_taken", "drug_ended");

  private static final Value BY_DISPLAY = new Value.Word("display");

  /// Whether a medicine is taken.
  public enum Status {
    /// A dose interval holds at the clinical date and ends later.
    TAKEN,
    /// The record has it and says of no end.
    END_NOT_STATED,
    /// Every dose interval ended by the clinical date, or the course was stopped, or the person has
    /// died.
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

  /// The phenotypes that sources make of a gene's answer, with how far that is open, each once: `At
  /// best Intermediate Metabolizer (CPIC and DPWG)`.
  public static List<Details> phenotypes(Explanation.Claim gene) {
    var sources = new LinkedHashMap<Details, Set<String>>();
    for (var child : gene.children()) {
      if (child instanceof Explanation.Rule rule
          && rule.details().get("source") instanceof Value.Text source) {
        var said = Details.NONE;
        for (var name : List.of("phenotype", "activity_score")) {
          var value = rule.details().get(name);
          said = value == null ? said : said.with(name, value);
        }
        var bound = gene.details().get("bound_" + source.text().toLowerCase(Locale.ROOT));
        said = bound == null ? said : said.with("bound", bound);
        sources.computeIfAbsent(said, _ -> new TreeSet<>()).add(source.text());
      }
    }
    var phenotypes = new ArrayList<Details>();
    sources.forEach(
        (said, by) -> phenotypes.add(said.with("source", Value.texts(List.copyOf(by)))));
    return phenotypes;
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
    for (var doses : joined(byDrug.values(), checksOfDrugs)) {
      var checks = checks(doses, checksOfDrugs);
      checks.forEach(check -> used.add(check.key().text()));
      var status = Who.hasDied(profile) ? Status.ENDED : status(doses, profile.at());
      medicines.add(new Medicine(name(doses, checks), status, doses, checks));
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

  /// Doses of one medicine together, also where the record codes it in several ways: findings say
  /// which of its codes mean one thing.
  private static List<List<Statement>> joined(
      Collection<List<Statement>> byCode, List<Finding> findings) {
    var joined = new LinkedHashMap<String, List<Statement>>();
    for (var doses : byCode) {
      var checks = checks(doses, findings);
      var key = checks.isEmpty() ? doses.getFirst().concept().id() : checks.getFirst().key().text();
      joined.computeIfAbsent(key, _ -> new ArrayList<>()).addAll(doses);
    }
    return List.copyOf(joined.values());
  }

  /// The findings about a medicine: those that name the code under which the record has it. What
  /// stands beside a code never decides.
  private static List<Finding> checks(List<Statement> doses, List<Finding> findings) {
    var concepts = doses.stream().map(Statement::concept).toList();
    return findings.stream()
        .filter(finding -> recorded(finding).keySet().stream().anyMatch(concepts::contains))
        .toList();
  }

  /// What the record has a finding's drug as, and whether that is surely it.
  private static Map<Coded, Boolean> recorded(Finding finding) {
    var recorded = new LinkedHashMap<Coded, Boolean>();
    for (var child : finding.why().children()) {
      if (child instanceof Explanation.Claim claim
          && GIVEN.contains(claim.code())
          && claim.details().get("given_as") instanceof Value.Thing thing) {
        boolean isByDisplay = BY_DISPLAY.equals(claim.details().get("understood_by"));
        recorded.put(thing.coded(), !isByDisplay);
      }
    }
    return recorded;
  }

  /// As the record writes it, with the name of the ingredient where that is another.
  private static String name(List<Statement> doses, List<Finding> checks) {
    var concept = doses.getFirst().concept();
    var name = Words.capital(concept.label());
    var ingredients = new TreeSet<String>();
    for (var check : checks) {
      var drug = drugName(check);
      boolean isSure = recorded(check).getOrDefault(concept, false);
      if (isSure && !name.toLowerCase(Locale.ROOT).contains(drug)) {
        ingredients.add(drug);
      }
    }
    return ingredients.isEmpty() ? name : name + " (" + String.join(", ", ingredients) + ")";
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
    var status = Status.ENDED;
    for (var dose : doses) {
      var one =
          switch (DrugCourse.of(dose, at)) {
            case UNTIL_LATER -> Status.TAKEN;
            case END_NOT_STATED -> Status.END_NOT_STATED;
            case OVER -> Status.ENDED;
          };
      status = one.compareTo(status) < 0 ? one : status;
    }
    return status;
  }
}
