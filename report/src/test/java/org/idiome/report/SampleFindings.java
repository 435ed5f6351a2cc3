package org.idiome.report;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.concept.Citation;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Advice;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.FindingKey;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Strength;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Qualifier;
import org.idiome.core.observation.Specimen;
import org.idiome.core.presence.Absence;
import org.idiome.core.presence.Presence;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.ReferenceInterval;
import org.idiome.core.quantity.Unit;
import org.idiome.core.time.When;
import org.idiome.profile.Interpretation.Interpreted;
import org.idiome.profile.Profile;

/// One invented person with a finding of each state, and the findings about her.
public final class SampleFindings {
  public static final Coded CREATININE = new Coded("LOINC:14682-9", "Creatinine");
  public static final Coded CEA = new Coded("LOINC:2039-6", "CEA");
  private static final Coded EGFR = new Coded("HGNC:3236", "EGFR, plasma");

  private SampleFindings() {}

  /// The person.
  public static Sample person() {
    var sample = new Sample("sample-01", "1962-03-04").reference("Idiome:synthetic");
    var present = Presence.Looked.PRESENT;
    sample
        .statement(Layer.PHENOTYPE, "sex", Coded.of("female"), present, "")
        .statement(Layer.PHENOTYPE, "sign", new Coded("HP:0012735", "Cough"), present, "2024-06")
        .statement(
            Layer.PHENOTYPE,
            "sign",
            new Coded("HP:0002105", "Haemoptysis"),
            Presence.Looked.EXCLUDED,
            "2024-08-19")
        .statement(
            Layer.DIAGNOSIS,
            "disease",
            new Coded("MONDO:0005061", "lung adenocarcinoma"),
            present,
            "2024-09-02",
            new Qualifier("onset", new Value.Time(When.parse("2024-09-02"))))
        .statement(
            Layer.THERAPY,
            "drug",
            new Coded("DrugCentral:5043", "osimertinib"),
            present,
            "2024-09-16/",
            new Qualifier("dose", Value.number(80, "mg")),
            new Qualifier("frequency", new Value.Thing(new Coded("NCIT:C125004", "Once Daily"))))
        .statement(
            Layer.THERAPY,
            "drug",
            new Coded("DrugCentral:1", "escitalopram"),
            present,
            "2025-01-10/2025-06-02",
            new Qualifier("dose", Value.number(10, "mg")))
        .statement(
            Layer.THERAPY,
            "drug",
            new Coded("DrugCentral:1", "escitalopram"),
            present,
            "2025-06-02/",
            new Qualifier("dose", Value.number(20, "mg")))
        .statement(
            Layer.GENOME,
            "variant_interpretation",
            new Coded("EGFR", "EGFR p.(Glu746_Ala750del)"),
            present,
            "",
            "Outside laboratory",
            new Qualifier("acmg_class", new Value.Word("pathogenic")))
        .specimen("G1", Specimen.State.GERMLINE, "blood", "2024-09-04")
        .specimen("P1", Specimen.State.PLASMA, null, "2024-09-10")
        .problem(
            Problem.of(
                ProblemCode.AMOUNT_UNIT_NOT_UNDERSTOOD, Place.line(Sample.TABLE, 3), "unit", "U"));
    values(sample);
    return sample;
  }

  private static void values(Sample sample) {
    var reference = new ReferenceInterval(45.0, 84.0, Unit.ucum("umol/L"));
    double[] creatinine = {62, 64, 63, 61, 72, 90};
    var days =
        List.of("2024-09-05", "2024-10-14", "2025-01-13", "2025-04-14", "2025-10-13", "2026-10-12");
    for (int i = 0; i < creatinine.length; i++) {
      var value = new Magnitude.Exact(creatinine[i]);
      sample.value(Layer.LABORATORY, CREATININE, value, "umol/L", reference, days.get(i));
    }
    double[] cea = {38, 16, 5.2, 4.1, 3.9, 27};
    for (int i = 0; i < cea.length; i++) {
      sample.value(Layer.LABORATORY, CEA, cea[i], "ug/L", days.get(i));
    }
    sample
        .value(Layer.TUMOUR, EGFR, 4.8, "%", "2024-09-10")
        .value(Layer.TUMOUR, EGFR, 0.31, "%", "2024-10-14")
        .value(Layer.TUMOUR, EGFR, new Magnitude.Below(0.05, false), "%", null, "2025-01-13")
        .value(Layer.TUMOUR, EGFR, new Magnitude.Missing(Absence.FAILED), "%", null, "2025-07-14")
        .value(Layer.TUMOUR, EGFR, 0.06, "%", "2026-01-12")
        .value(Layer.TUMOUR, EGFR, 3.6, "%", "2026-10-12");
    for (int gene = 0; gene < 250; gene++) {
      sample.value(Layer.TRANSCRIPTOME, Coded.of("ENSEMBL:" + gene), gene, "{TPM}", "2024-08-28");
    }
  }

  /// The person with one finding of each state.
  public static Interpreted interpreted() {
    return person().interpreted(SampleFindings::all);
  }

  /// The person with a file that was cut short.
  public static Interpreted interpretedInPart() {
    var cut = Problem.of(ProblemCode.FILE_COMPRESSION_CUT, Place.file("germline.vcf.gz"));
    return person().problem(cut).interpreted(SampleFindings::all);
  }

  /// One finding of each state.
  public static List<Finding> all(Profile profile) {
    var found = new ArrayList<Finding>();
    found.add(outside(profile));
    found.add(within(profile));
    found.add(notAssessed());
    found.add(ambiguous());
    return found;
  }

  private static Explanation.Row lastRow(Profile profile, Coded feature, String mark) {
    var columns = profile.quantities(Layer.LABORATORY);
    int last = columns.endRow(columns.features().indexOf(feature)) - 1;
    return profile.cite(columns.row(last), mark);
  }

  private static Finding outside(Profile profile) {
    var details =
        Details.NONE
            .with("value", Value.number(90, "umol/L"))
            .with("time", new Value.Time(When.parse("2026-10-12")))
            .with("reference_low", Value.number(45, "umol/L"))
            .with("reference_high", Value.number(84, "umol/L"))
            .word("direction", "above");
    var row = lastRow(profile, CREATININE, "90.0");
    var because =
        List.<Explanation>of(
            new Explanation.Used("latest_value", Value.number(90, "umol/L"), List.of(row)),
            new Explanation.Rule(
                "confirm_shift",
                "1",
                Citation.of("DOI:10.1093/clinchem/hvaa233"),
                Details.NONE,
                null,
                List.of()),
            new Explanation.Note(
                Explanation.Note.Kind.LIMIT, "interval_leaves_out_1_in_20", Details.NONE));
    return new Finding(
        key("interval", CREATININE.id()),
        List.of(),
        CREATININE,
        State.found(details),
        new Strength(Strength.Level.MODERATE, "laboratory's interval"),
        new Advice(Advice.Verb.SETTLE, Advice.Priority.GAP, "confirm_shift", Details.NONE),
        new Explanation.Claim("outside_interval", Details.NONE, because),
        "1");
  }

  /// A value above the laboratory's interval, of which nobody is asked to decide anything.
  public static Finding high(Coded what) {
    var details =
        Details.NONE
            .with("value", Value.number(7.4, "mmol/L"))
            .with("reference_high", Value.number(5.1, "mmol/L"))
            .word("direction", "above");
    return new Finding(
        key("interval", what.id()),
        List.of(),
        what,
        State.found(details),
        new Strength(Strength.Level.MODERATE, "laboratory's interval"),
        null,
        new Explanation.Claim("outside_interval", Details.NONE, List.of()),
        "1");
  }

  private static Finding within(Profile profile) {
    var details =
        Details.NONE
            .with("value", Value.number(27, "ug/L"))
            .with("time", new Value.Time(When.parse("2026-10-12")))
            .with("reference_high", Value.number(40, "ug/L"));
    return new Finding(
        key("interval", CEA.id()),
        List.of(),
        CEA,
        new State.Excluded(details),
        new Strength(Strength.Level.MODERATE, null),
        null,
        new Explanation.Claim(
            "within_interval", Details.NONE, List.of(lastRow(profile, CEA, "27.0"))),
        "1");
  }

  private static Finding notAssessed() {
    var because =
        List.<Explanation>of(
            new Explanation.Note(Explanation.Note.Kind.REASON, "too_few_values", Details.NONE),
            new Explanation.Note(Explanation.Note.Kind.SETTLES, "more_values", Details.NONE));
    return new Finding(
        key("own_range", "LOINC:2951-2"),
        List.of(),
        new Coded("LOINC:2951-2", "Sodium"),
        new State.NotAssessed(ReasonCode.TOO_FEW_VALUES, Details.NONE),
        null,
        null,
        new Explanation.Claim("own_range_not_assessed", Details.NONE, because),
        "1");
  }

  /// Found in one of two ways, by an interpreter whose codes have no words.
  private static Finding ambiguous() {
    var one = Details.NONE.text("diplotype", "*1/*2");
    var other = Details.NONE.text("diplotype", "*1/*17");
    return new Finding(
        new FindingKey("genes", "diplotype", "CYP2C19", "G1"),
        List.of(),
        Coded.of("CYP2C19"),
        new State.Found(List.of(one, other)),
        new Strength(Strength.Level.STRONG, "CPIC A"),
        null,
        new Explanation.Claim("diplotype_called", Details.NONE, List.of()),
        "1");
  }

  private static FindingKey key(String kind, String subject) {
    return new FindingKey("laboratory", kind, subject, FindingKey.WHOLE_PERSON);
  }
}
