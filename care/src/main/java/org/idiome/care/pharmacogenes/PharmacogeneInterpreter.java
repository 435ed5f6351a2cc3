package org.idiome.care.pharmacogenes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.care.identity.Doubts;
import org.idiome.care.pharmacogenes.observe.GeneSites;
import org.idiome.care.pharmacogenes.observe.GeneTargets;
import org.idiome.care.pharmacogenes.observe.Unseen;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.Value;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Specimen;
import org.idiome.core.run.RefusedFile;
import org.idiome.core.source.SourceRow;
import org.idiome.knowledge.Knowledge;
import org.idiome.knowledge.pharmacogene.Drug;
import org.idiome.knowledge.pharmacogene.Pharmacogene;
import org.idiome.profile.Findings;
import org.idiome.profile.Genome;
import org.idiome.profile.Interpreter;
import org.idiome.profile.Profile;
import org.idiome.profile.Reads;

/// From the germline files of a person to named alleles, phenotypes and what guidelines say of
/// drugs.
///
/// Keeps nothing of a person; safe for several threads. Every gene of the snapshot gets an answer,
/// and every drug that is taken.
public final class PharmacogeneInterpreter implements Interpreter {
  /// First part of the keys of its findings.
  public static final String NAME = "pharmacogenes";

  private static final String VERSION = "1";

  private final EngineRules rules = EngineRules.shipped();
  private final GeneTargets targets = new GeneTargets();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String version() {
    return VERSION;
  }

  @Override
  public SortedMap<String, Sha256> ruleTables() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(rules.digests()));
  }

  @Override
  public Reads reads(Knowledge knowledge) {
    var reads = Reads.NOTHING.statements(List.of(Layer.THERAPY)).findingsOf(Doubts.INTERPRETER);
    for (var gene : knowledge.pharmacogenes().genes()) {
      reads = reads.germline(targets.loci(gene));
    }
    return reads;
  }

  @Override
  public List<Finding> interpret(Profile profile, Knowledge knowledge, Findings earlier) {
    return new Reading(profile, knowledge, Doubts.of(profile, earlier)).findings();
  }

  /// One person and one snapshot.
  private final class Reading {
    private final Profile profile;
    private final Knowledge knowledge;
    private final Rows rows;
    private final Doubts doubts;
    private final List<Genome> germline;
    private final List<Genome> doubted;
    private final List<RefusedFile> refused;
    private final SortedMap<GenomeBuild, BuildCheck> checks = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    Reading(Profile profile, Knowledge knowledge, Doubts doubts) {
      this.profile = profile;
      this.doubts = doubts;
      this.knowledge = knowledge;
      this.rows = new Rows(profile, knowledge);
      this.refused =
          RefusedFile.of(profile.problems()).stream().filter(RefusedFile::isVariants).toList();
      var all = profile.germline().stream().filter(this::isGermline).toList();
      this.doubted = all.stream().filter(doubts::isInDoubt).toList();
      this.germline = all.stream().filter(genome -> !doubts.isInDoubt(genome)).toList();
    }

    List<Finding> findings() {
      var answers = new TreeMap<String, GeneAnswer>();
      for (var gene : knowledge.pharmacogenes().genes()) {
        answers.put(gene.symbol(), gene(gene));
      }
      var taken = Taken.of(profile, knowledge.pharmacogenes().drugs());
      addBuilds(taken);
      findings.add(MedicinesFinding.finding(VERSION, profile, taken));
      addDrugs(answers, taken);
      return findings;
    }

    private GeneAnswer gene(Pharmacogene gene) {
      var reason = germline.isEmpty() ? doubts.reason(doubted) : null;
      if (reason != null) {
        var answer = inDoubt(gene, reason);
        findings.add(
            new GeneFinding(answer, rows, rules, drugs(gene), where(doubted)).finding(VERSION));
        return answer;
      }
      var check = check(gene.build());
      var fault = check.usable().isEmpty() ? check.fault() : null;
      GeneAnswer answer =
          fault != null
              ? new GeneAnswer.NotCalled(
                  gene,
                  GeneSites.unread(gene, Unseen.NOT_OF_BUILD),
                  fault.reason(),
                  fault.code(),
                  check.about(fault),
                  check.because())
              : germline.isEmpty() && !refused.isEmpty()
                  ? fileRefused(gene)
                  : new GeneCaller(rules).call(gene, sites(gene, check.usable()));
      var where = where(fault == null ? check.usable() : check.having(fault));
      findings.add(new GeneFinding(answer, rows, rules, drugs(gene), where).finding(VERSION));
      if (check.usable().size() > 1) {
        findings.add(AgreementFinding.finding(VERSION, answer, rows, where));
      }
      return answer;
    }

    /// A sample that may be, or hold cells, of somebody else says nothing of the person.
    private GeneAnswer inDoubt(Pharmacogene gene, ReasonCode reason) {
      var about =
          Details.of("findings", Value.texts(doubts.findings(doubted)))
              .with("files", files(doubted));
      return new GeneAnswer.NotCalled(
          gene,
          GeneSites.unread(gene, Unseen.SAMPLE_IN_DOUBT),
          reason,
          reason.code(),
          about,
          List.of(new Explanation.Note(Explanation.Note.Kind.REASON, reason.code(), about)));
    }

    /// A file that could not be used is another thing than none.
    private GeneAnswer fileRefused(Pharmacogene gene) {
      var files = refused.stream().map(RefusedFile::name).toList();
      var problems = refused.stream().map(file -> file.why().code().code()).distinct().toList();
      return new GeneAnswer.NotCalled(
          gene,
          GeneSites.unread(gene, Unseen.NO_FILE),
          ReasonCode.NO_DATA,
          "file_refused",
          Details.of("files", Value.texts(files)).with("problems", Value.texts(problems)),
          List.of());
    }

    private GeneSites sites(Pharmacogene gene, List<Genome> samples) {
      return GeneSites.of(targets.of(gene), samples, rules.least());
    }

    private List<String> drugs(Pharmacogene gene) {
      return knowledge.pharmacogenes().drugsOf(gene.symbol()).stream().map(Drug::name).toList();
    }

    private BuildCheck check(GenomeBuild build) {
      return checks.computeIfAbsent(
          build,
          _ -> {
            var positions = genesOn(build).stream().flatMap(gene -> targets.of(gene).stream());
            return new BuildCheck(
                build, positions.toList(), germline, rules.mismatchesLeast(), profile, rows);
          });
    }

    private List<Pharmacogene> genesOn(GenomeBuild build) {
      return knowledge.pharmacogenes().genes().stream()
          .filter(gene -> gene.build() == build)
          .toList();
    }

    /// What stands against files, once for each build that tables are on.
    private void addBuilds(Taken taken) {
      checks.forEach((build, check) -> {
        var genes = genesOn(build);
        var drugs = new TreeSet<String>();
        genes.forEach(gene -> drugs.addAll(drugs(gene)));
        var symbols = genes.stream().map(Pharmacogene::symbol).toList();
        var finding =
            BuildFinding.finding(
                VERSION,
                build,
                check,
                symbols,
                List.copyOf(drugs),
                taken.drugs().keySet().stream().filter(drugs::contains).toList(),
                rules);
        if (finding != null) {
          findings.add(finding);
        }
      });
    }

    /// A sample of a tumour or of plasma never speaks for the germline.
    private boolean isGermline(Genome genome) {
      var specimen = genome.specimen() == null ? null : profile.specimen(genome.specimen());
      return specimen == null
          || (specimen.state() != Specimen.State.TUMOUR
              && specimen.state() != Specimen.State.PLASMA);
    }

    private Details where(List<Genome> genomes) {
      var samples = new ArrayList<String>();
      for (var genome : genomes) {
        samples.add(genome.sample() == null ? "." : genome.sample());
      }
      return Details.of("files", files(genomes)).with("samples", Value.texts(samples));
    }

    private Value files(List<Genome> genomes) {
      return Value.texts(
          genomes.stream()
              .map(genome -> profile.file(new SourceRow(genome.file(), 1)).name())
              .toList());
    }

    /// A drug that is not taken and of whose genes none is assessed gets no finding: the gene's
    /// finding names the drugs that it matters for.
    private void addDrugs(SortedMap<String, GeneAnswer> answers, Taken taken) {
      var recommendation = new RecommendationFinding(rules, rows);
      var medicine = new MedicineFinding(profile, rules, rows);
      for (var drug : knowledge.pharmacogenes().drugs().all()) {
        var entries = taken.drugs().getOrDefault(drug.name(), List.of());
        var past = taken.past().getOrDefault(drug.name(), List.of());
        var outcomes = new ArrayList<Outcome>();
        var guidelines =
            Guideline.of(drug, knowledge.pharmacogenes(), step -> rules.mayHoldFor(step, profile));
        for (var guideline : guidelines) {
          var outcome = Outcome.of(guideline, answers);
          boolean isSilent =
              entries.isEmpty()
                  && outcome instanceof Outcome.Unanswered not
                  && not.gene() instanceof GeneAnswer.NotCalled;
          if (!isSilent) {
            outcomes.add(outcome);
            findings.add(recommendation.finding(VERSION, outcome));
          }
        }
        var about =
            outcomes.isEmpty() ? null : medicine.finding(VERSION, drug, entries, past, outcomes);
        if (about != null) {
          findings.add(about);
        }
      }
    }
  }
}
