package org.idiome.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A made-up person whose folder uses every message of a phenopacket, and every kind of cell.
final class Corners {
  private static final String PACKET =
      """
      {"id": "corners", "subject": {"id": "corners", "alternateIds": ["x", "y"],
        "dateOfBirth": "1980-02-03T00:00:00Z", "sex": "MALE", "karyotypicSex": "XXY",
        "gender": {"id": "LOINC:LA22878-5", "label": "Identifies as male"},
        "timeAtLastEncounter": {"age": {"iso8601duration": "P44Y2M"}},
        "vitalStatus": {"status": "DECEASED", "timeOfDeath": {"timestamp": "2026-01-02T03:04:05.60+02:00"},
          "causeOfDeath": {"id": "MONDO:0005061", "label": "lung adenocarcinoma"},
          "survivalTimeInDays": 17}},
       "phenotypicFeatures": [
         {"type": {"id": "HP:0001250", "label": "Seizure"},
          "onset": {"ageRange": {"start": {"iso8601duration": "P1Y"}, "end": {"iso8601duration": "P2Y"}}},
          "resolution": {"age": {"iso8601duration": "P3Y"}},
          "severity": {"id": "HP:0012828", "label": "Severe"},
          "modifiers": [{"id": "HP:0031796", "label": "Recurrent"}, {"id": "HP:0012834"}],
          "description": "with \\"quotes\\", a \\ttab and a < sign",
          "evidence": [{"evidenceCode": {"id": "ECO:0000033", "label": "author statement"},
             "reference": {"id": "PMID:1", "description": "a paper", "reference": "https://a.b"}},
            {"reference": {"description": "no id"}},
            {"reference": {"id": "PMID:2"}}]},
         {"type": {"id": "HP:0001631", "label": "Atrial septal defect"}, "excluded": true},
         {"type": {"id": "HP:0000252"}, "onset": {"gestationalAge": {"weeks": 30, "days": 2}}},
         {"type": {"id": "HP:0000256"}, "onset": {"gestationalAge": {"weeks": 31}}},
         {"type": {"id": "HP:0012735"}, "onset": {"ontologyClass": {"id": "HP:0003577", "label": "Congenital onset"}}},
         {"type": {"id": "HP:0012736"}, "onset": {"interval": {"start": "2020-01-01T00:00:00Z",
           "end": "2020-02-01T10:00:00Z"}}},
         {"type": {"id": "HP:0012737"}, "onset": {"timestamp": "2020-01-01T00:00:00Z"}},
         {"type": {"id": "HP:0012737"}, "excluded": true}],
       "biosamples": [
         {"id": "b1", "sampledTissue": {"id": "UBERON:0002048", "label": "lung"},
          "sampleType": {"id": "NCIT:C18009", "label": "Tumor Tissue"},
          "timeOfCollection": {"timestamp": "2024-05-06T00:00:00Z"},
          "histologicalDiagnosis": {"id": "NCIT:C3512", "label": "Lung Adenocarcinoma"},
          "tumorProgression": {"id": "NCIT:C8509", "label": "Primary Neoplasm"},
          "tumorGrade": {"id": "NCIT:C28080"}, "pathologicalStage": {"id": "NCIT:C27977"},
          "pathologicalTnmFinding": [{"id": "NCIT:C48724"}],
          "diagnosticMarkers": [{"id": "NCIT:C68748", "label": "HER2/Neu Positive"}],
          "materialSample": {"id": "EFO:0009655", "label": "abnormal sample"},
          "procedure": {"code": {"id": "NCIT:C15189", "label": "Biopsy"},
            "bodySite": {"id": "UBERON:0002048"}, "performed": {"timestamp": "2024-05-05T00:00:00Z"}},
          "sampleProcessing": {"id": "EFO:0009129"}, "sampleStorage": {"id": "NCIT:C63521"},
          "description": "of the upper lobe",
          "phenotypicFeatures": [{"type": {"id": "NCIT:C35969", "label": "Necrosis"}}],
          "measurements": [{"assay": {"id": "LOINC:26464-8", "label": "Leukocytes"},
            "value": {"quantity": {"unit": {"id": "UCUM:10*9/L"}, "value": 4.5}}}]},
         {"id": "b2", "derivedFromId": "b1"}],
       "measurements": [
         {"assay": {"id": "LOINC:2823-3", "label": "Potassium"},
          "timeObserved": {"timestamp": "2024-05-06T07:08:09Z"},
          "procedure": {"code": {"id": "NCIT:C28133", "label": "Venipuncture"}},
          "value": {"quantity": {"unit": {"id": "UCUM:mmol/L", "label": "mmol/L"}, "value": 4.1,
            "referenceRange": {"unit": {"id": "UCUM:mmol/L"}, "low": 3.5, "high": 5.1}}}},
         {"assay": {"id": "LOINC:2823-3"}, "timeObserved": {"age": {"iso8601duration": "P40Y"}},
          "value": {"quantity": {"unit": {"id": "UCUM:mmol/L"}, "value": 0}}},
         {"assay": {"id": "LOINC:883-9", "label": "ABO group"}, "value": {"ontologyClass": {"id": "SNOMED:112144000", "label": "A"}}},
         {"assay": {"id": "LOINC:5196-1"}, "value": {"ontologyClass": {"id": "NCIT:C38757", "label": "Negative Finding"}}},
         {"assay": {"id": "LOINC:85354-9"}, "timeObserved": {"timestamp": "2024-05-06T00:00:00Z"},
          "complexValue": {"typedQuantities": [
            {"type": {"id": "LOINC:8480-6"}, "quantity": {"unit": {"id": "UCUM:mm[Hg]"}, "value": 120}},
            {"type": {"id": "LOINC:8462-4"}, "quantity": {"unit": {"id": "UCUM:mm[Hg]"}, "value": 80}}]}},
         {"assay": {"id": "LOINC:85354-9"}, "timeObserved": {"timestamp": "2024-05-06T00:00:00Z"},
          "complexValue": {"typedQuantities": [
            {"type": {"id": "LOINC:8480-6"}, "quantity": {"unit": {"id": "UCUM:mm[Hg]"}, "value": 121}},
            {"type": {"id": "LOINC:8462-4"}, "quantity": {"unit": {"id": "UCUM:mm[Hg]"}, "value": 81}}]}}],
       "diseases": [
         {"term": {"id": "MONDO:0005061", "label": "lung adenocarcinoma"},
          "onset": {"age": {"iso8601duration": "P40Y"}}, "resolution": {"timestamp": "2025-01-01T00:00:00Z"},
          "diseaseStage": [{"id": "NCIT:C27977"}], "clinicalTnmFinding": [{"id": "NCIT:C48724"}, {"id": "NCIT:C48786"}],
          "primarySite": {"id": "UBERON:0002048"}, "laterality": {"id": "HP:0012834"}},
         {"term": {"id": "MONDO:0005148"}, "excluded": true}],
       "medicalActions": [
         {"treatment": {"agent": {"id": "DrugCentral:2", "label": "a drug"},
            "routeOfAdministration": {"id": "NCIT:C38288"}, "drugType": "PRESCRIPTION",
            "cumulativeDose": {"unit": {"id": "UCUM:mg"}, "value": 300},
            "doseIntervals": [
              {"quantity": {"unit": {"id": "UCUM:mg"}, "value": 10}, "scheduleFrequency": {"id": "NCIT:C64496"},
               "interval": {"start": "2024-01-01T00:00:00Z", "end": "2024-02-01T00:00:00Z"}},
              {"quantity": {"unit": {"id": "UCUM:mg"}, "value": 20}, "interval": {"start": "2024-02-01T00:00:00Z"}}]},
          "treatmentTarget": {"id": "MONDO:0005061"}, "treatmentIntent": {"id": "NCIT:C62220"},
          "responseToTreatment": {"id": "NCIT:C18213"},
          "adverseEvents": [{"id": "HP:0002829"}, {"id": "HP:0002829"}, {"id": "HP:0002017"}],
          "treatmentTerminationReason": {"id": "NCIT:C41331"}},
         {"treatment": {"agent": {"id": "DrugCentral:2", "label": "a drug"}},
          "responseToTreatment": {"id": "NCIT:C35571"}},
         {"procedure": {"code": {"id": "NCIT:C15189"}, "bodySite": {"id": "UBERON:0002048"},
            "performed": {"timestamp": "2024-03-01T00:00:00Z"}}},
         {"procedure": {"code": {"id": "NCIT:C15192", "label": "Blood Transfusion"},
            "performed": {"timestamp": "2024-03-02T00:00:00Z"}}},
         {"radiationTherapy": {"modality": {"id": "NCIT:C28039"}, "bodySite": {"id": "UBERON:0002048"},
            "dosage": 50, "fractions": 25}, "adverseEvents": [{"id": "HP:0002094"}]},
         {"therapeuticRegimen": {"ontologyClass": {"id": "NCIT:C10989"}, "startTime": {"timestamp": "2024-01-01T00:00:00Z"},
            "endTime": {"age": {"iso8601duration": "P44Y"}}, "regimenStatus": "COMPLETED"}},
         {"therapeuticRegimen": {"externalReference": {"id": "NCT04576091", "description": "a trial",
            "reference": "https://c.d"}, "startTime": {"timestamp": "2025-01-01T00:00:00Z"}, "regimenStatus": "STARTED"}}],
       "interpretations": [
         {"id": "i1", "progressStatus": "SOLVED", "summary": "seen by the board", "diagnosis": {
            "disease": {"id": "OMIM:101600", "label": "Pfeiffer syndrome"}, "genomicInterpretations": [
              {"subjectOrBiosampleId": "corners", "interpretationStatus": "CAUSATIVE", "variantInterpretation": {
                "acmgPathogenicityClassification": "PATHOGENIC", "therapeuticActionability": "ACTIONABLE",
                "variationDescriptor": {"id": "v1", "geneContext": {"valueId": "HGNC:3689", "symbol": "FGFR2"},
                  "vcfRecord": {"genomeAssembly": "hg38", "chrom": "chr10", "pos": "121496701", "ref": "T", "alt": "TA"},
                  "expressions": [{"syntax": "hgvs.c", "value": "NM_000141.5:c.1694A>C"}, {"syntax": "spdi", "value": "a:1:b:c"},
                    {"syntax": "hgvs.p", "value": "NP_000132.3:p.Glu565Ala"}],
                  "allelicState": {"id": "GENO:0000135", "label": "heterozygous"}, "moleculeContext": "genomic",
                  "structuralType": {"id": "SO:0000667"}, "description": "a text", "xrefs": ["ClinVar:1", "dbSNP:2"],
                  "alternateLabels": ["other"], "extensions": [{"name": "mosaicism", "value": "40%"}]}}},
              {"subjectOrBiosampleId": "b1", "variantInterpretation": {"variationDescriptor": {"id": "v2", "label": "a label",
                  "expressions": [{"syntax": "hgvs.c", "value": "NM_000142.5:c.1138G>A"}]}}},
              {"subjectOrBiosampleId": "b1", "variantInterpretation": {"variationDescriptor": {"id": "only:3"}}},
              {"subjectOrBiosampleId": "b2", "gene": {"valueId": "HGNC:3690", "symbol": "FGFR3"}},
              {"subjectOrBiosampleId": "corners", "gene": {"symbol": "NOTHING"}}]}},
         {"id": "i2", "progressStatus": "UNSOLVED", "diagnosis": {"disease": {"id": "OMIM:100800"}}}],
       "files": [FILES],
       "metaData": {"created": "2026-11-01T10:11:12.5Z", "createdBy": "a house",
         "externalReferences": [{"id": "PMID:7", "description": "the case", "reference": "https://e.f"}],
         "phenopacketSchemaVersion": "2.0"}}
      """;

  private static final String FAMILY =
      """
      {"id": "family", "proband": PROBAND, "consanguinousParents": true,
       "relatives": [{"id": "r", "subject": {"id": "mother", "sex": "FEMALE"},
          "phenotypicFeatures": [{"type": {"id": "HP:0001250"}, "onset": {"age": {"iso8601duration": "P5Y"}}},
            {"type": {"id": "HP:0001251"}, "excluded": true}],
          "diseases": [{"term": {"id": "MONDO:0005148"}}],
          "metaData": {"phenopacketSchemaVersion": "2.0"}},
         {"id": "u", "subject": {"id": "an uncle"}, "metaData": {"phenopacketSchemaVersion": "2.0"}}],
       "pedigree": {"persons": [
         {"familyId": "f", "individualId": "corners", "paternalId": "father", "maternalId": "mother", "sex": "MALE", "affectedStatus": "AFFECTED"},
         {"familyId": "f", "individualId": "father", "sex": "MALE", "affectedStatus": "UNAFFECTED"},
         {"familyId": "f", "individualId": "mother", "sex": "FEMALE"},
         {"familyId": "f", "individualId": "brother", "paternalId": "father", "maternalId": "mother", "sex": "MALE"}]},
       "metaData": {"phenopacketSchemaVersion": "2.0"}}
      """;

  private static final String DATES =
      """
      date\tcode\tname\tvalue\tunit\tlow\thigh\tsample\tmethod\tset
      2024-01-05\tLOINC:2823-3\tPotassium\t4.1\tmmol/L\t3.5\t5.1\t\tISE\t
      2024-01-05\tLOINC:2823-3\tPotassium\t4.1\tmmol/L\t3.5\t5.1\t\tISE\t
      2024-01\tLOINC:2823-3\tPotassium\t1e-7\tmmol/L\t\t5.1\t\t\t
      2024\tLOINC:2823-3\tPotassium\t<0.05\tmmol/L\t\t\t\t\t
      2024-02-01/2024-02-03\tLOINC:2823-3\tPotassium\t>=60\tmmol/L\t\t\t\t\t
      \tLOINC:2823-3\tPotassium\t4.4\tmmol/L\t\t\t\t\t
      \tsodium\t\t140\tmmol/L\t\t\tb1\t\t
      2024-01-06\tx y\t"in ""quotes"" here"\tNA\tmg/dL\t1\t2\t\t\t
      2024-01-07\tx y\t\tnot_tested\t\t\t\t\t\t
      2024-01-08\tx y\t\tfailed\t\t\t\t\t\t
      2024-01-09\tx y\t\twithheld\t\t\t\t\t\t
      2024-01-10\tx y\t\tND\t\t\t\t\t\t
      2024-01-11\tx y\t\t7\tno unit that is known\t\t\t\t\t
      2024-01-12\tsys\t\t120\tmm[Hg]\t\t\t\t\tpressure
      2024-01-12\tdia\t\t80\tmm[Hg]\t\t\t\t\tpressure
      2024-01-13\tLOINC:5804-0\tProtein\t++\t\t\t\t\tstrip\t
      2024-01-14\tLOINC:5196-1\t\tnegative\t\t\t\t\t\t
      2024-01-15\tLOINC:883-9\t\tB\t\t\t\t\t\t
      2024-01-16\tLOINC:630-4\tCulture\t>10^5 CFU/mL E. coli\t\t\t\t\t\t
      2024-01-17\tLOINC:2823-3\t\t4.2\tmmol/L\t\t\tnot declared\t\t
      """;

  private static final String MOMENTS =
      """
      at\tcode\tvalue
      2024-01-05T07:08Z\tLOINC:8867-4\t70
      2024-01-05T07:08:09+02:00\tLOINC:8867-4\t71
      2024-01-05T07:08:09.25\tLOINC:8867-4\t72
      2024-01-05T07:00:00Z/2024-01-05T08:00:00Z\tLOINC:8867-4\t73
      """;

  private static final String DAYS =
      """
      gene\tA\tB
      ENSG1\t1.5\t0
      ENSG2\tNA\t2
      """;

  private static final String FILES =
      """
      {"uri": "dates.tsv", "fileAttributes": {"layer": "laboratory", "shape": "long", "feature": "code",
        "featureName": "name", "value": "value", "unit": "unit", "time": "date", "timeUnit": "date",
        "referenceLow": "low", "referenceHigh": "high", "specimen": "sample", "method": "method", "group": "set"}},
      {"uri": "moments.tsv", "fileAttributes": {"layer": "physiology", "shape": "long", "feature": "code",
        "value": "value", "unit": "=/min", "time": "at", "timeUnit": "instant"}},
      {"uri": "days.tsv", "fileAttributes": {"layer": "transcriptome", "shape": "wide", "feature": "gene",
        "samples": "A=-1;B=b1@14", "timeUnit": "study_day", "unit": "=1"}}
      """;

  private Corners() {}

  /// Writes the folder.
  static Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    var proband = PACKET.replace("FILES", FILES);
    Files.writeString(folder.resolve("phenopacket.json"), FAMILY.replace("PROBAND", proband));
    Files.writeString(folder.resolve("dates.tsv"), DATES);
    Files.writeString(folder.resolve("moments.tsv"), MOMENTS);
    Files.writeString(folder.resolve("days.tsv"), DAYS);
    return folder;
  }

  /// One of two sources of a person, `one` or `two`, that contradict each other.
  static String source(String name) {
    boolean isOne = name.equals("one");
    return """
    {"id": "NAME", "subject": {"id": "p", "dateOfBirth": "1980", "sex": "SEX",
           "timeAtLastEncounter": {"timestamp": "YEAR-01-01T00:00:00Z"},
           "vitalStatus": {"status": "STATUS"}},
     "phenotypicFeatures": [{"type": {"id": "HP:0001250"}, "excluded": EXCLUDED}],
     "interpretations": [{"id": "i", "diagnosis": {"genomicInterpretations": [GENES]}}],
     "metaData": {"created": "2026-11-01T00:00:00Z", "createdBy": "house NAME",
       "phenopacketSchemaVersion": "2.0"}}
    """
        .replace("NAME", name)
        .replace("SEX", isOne ? "MALE" : "FEMALE")
        .replace("YEAR", isOne ? "2024" : "2023")
        .replace("STATUS", isOne ? "ALIVE" : "DECEASED")
        .replace("EXCLUDED", Boolean.toString(isOne))
        .replace("GENES", isOne ? gene("A") + "," + gene("B") : gene("C"));
  }

  private static String gene(String symbol) {
    return "{\"subjectOrBiosampleId\": \"p\", \"gene\": {\"symbol\": \"" + symbol + "\"}}";
  }
}
