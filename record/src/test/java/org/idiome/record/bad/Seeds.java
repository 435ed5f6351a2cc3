package org.idiome.record.bad;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Small files that are right, to begin from.
final class Seeds {
  private static final String VERSION_2 =
      """
      {"id": "p", "subject": {"id": "s", "sex": "FEMALE", "dateOfBirth": "1990-01-01T00:00:00Z",
        "vitalStatus": {"status": "DECEASED", "survivalTimeInDays": "12"}},
       "phenotypicFeatures": [
        {"type": {"id": "HP:0001250", "label": "Seizure"}, "onset": {"age": {"iso8601duration": "P3Y"}}},
        {"type": {"id": "HP:0001631"}, "excluded": true},
        {"type": {"id": "HP:0001263"}, "onset": {"ageRange": {"start": {"iso8601duration": "P1Y"}}}}],
       "measurements": [
        {"assay": {"id": "LOINC:2345-7"}, "value": {"quantity": {"unit": {"id": "UCUM:mg/dL"},
          "value": 104.0, "referenceRange": {"unit": {"id": "UCUM:mg/dL"}, "low": 70, "high": 99}}},
          "timeObserved": {"timestamp": "2023-03-18T07:40:00Z"}},
        {"assay": {"id": "LOINC:85354-9"}, "complexValue": {"typedQuantities": [
          {"type": {"id": "NCIT:C25298"}, "quantity": {"unit": {"id": "UCUM:mm[Hg]"}, "value": 125}}]}}],
       "biosamples": [{"id": "b", "individualId": "s", "sampleType": {"id": "NCIT:C18009"},
         "timeOfCollection": {"age": {"iso8601duration": "P30Y"}}}],
       "diseases": [{"term": {"id": "MONDO:1"}, "excluded": true}, {"term": {"id": "MONDO:2"}}],
       "medicalActions": [{"treatment": {"agent": {"id": "D:1"}, "doseIntervals": [
         {"quantity": {"unit": {"id": "UCUM:mg"}, "value": 80},
          "interval": {"start": "2023-04-02T00:00:00Z", "end": "2023-12-01T00:00:00Z"}}]}}],
       "interpretations": [{"id": "i", "progressStatus": "SOLVED", "diagnosis": {
         "disease": {"id": "MONDO:2"}, "genomicInterpretations": [{"subjectOrBiosampleId": "s",
         "interpretationStatus": 4, "variantInterpretation": {"variationDescriptor": {"id": "v",
         "vcfRecord": {"genomeAssembly": "GRCh38", "chrom": "2", "pos": "166039428", "ref": "G",
         "alt": "A"}}}}]}}],
       "metaData": {"created": "2025-02-03T10:15:00Z", "createdBy": "x",
         "phenopacketSchemaVersion": "2.0"}}
      """;

  private static final String VERSION_1 =
      """
      {"id": "p1", "subject": {"id": "s", "ageAtCollection": {"age": "P14Y"}, "sex": 2},
       "phenotypicFeatures": [
        {"type": {"id": "HP:0001558"}, "classOfOnset": {"id": "HP:0011461"}},
        {"type": {"id": "HP:0031910"}, "negated": true},
        {"type": {"id": "HP:0001270"}, "ageOfOnset": {"age": "P2Y"}}],
       "genes": [{"id": "HGNC:2201", "symbol": "COL6A1"}],
       "variants": [{"vcfAllele": {"genomeAssembly": "GRCh38", "chr": "21", "pos": 45989626,
         "ref": "G", "alt": "A"}}, {"hgvsAllele": {"hgvs": "NM_001848.2:c.877G>A"}}],
       "diseases": [{"term": {"id": "OMIM:158810"}, "tnmFinding": [{"id": "N:1"}]}],
       "htsFiles": [{"uri": "file:x.vcf", "htsFormat": "VCF"}],
       "metaData": {"phenopacketSchemaVersion": "1.0.0"}}
      """;

  private static final String FAMILY =
      """
      {"id": "f", "proband": {"id": "a", "subject": {"id": "k", "sex": "MALE"},
        "phenotypicFeatures": [{"type": {"id": "HP:1"}}],
        "metaData": {"phenopacketSchemaVersion": "2.0"}},
       "relatives": [{"id": "b", "subject": {"id": "m"}, "phenotypicFeatures": [
         {"type": {"id": "HP:2"}, "excluded": true}]}],
       "pedigree": {"persons": [{"individualId": "k", "maternalId": "m", "sex": "MALE"},
         {"individualId": "m", "sex": "FEMALE"}]}}
      """;

  private static final String COHORT =
      """
      {"id": "c", "members": [{"id": "a", "subject": {"id": "k"}, "phenotypicFeatures": [
        {"type": {"id": "HP:1"}}]}, {"id": "b", "subject": {"id": "m"}}],
       "metaData": {"phenopacketSchemaVersion": "2.0"}}
      """;

  private static final String YAML =
      """
      # a comment
      id: p
      subject: {id: s, sex: FEMALE}
      phenotypicFeatures:
      - type: &t
          id: HP:0001250
          label: no
        excluded: true
      - type: *t
        onset:
          age: {iso8601duration: P3Y}
        description: |
          long
          text
      measurements:
      - assay: {id: "LOINC:2345-7"}
        value: {quantity: {unit: {id: UCUM:mg/dL}, value: 104.0}}
      metaData:
        phenopacketSchemaVersion: 2.0
      """;

  private static final String LINES =
      "{\"id\":\"a\",\"subject\":{\"id\":\"a\"},\"metaData\":{\"phenopacketSchemaVersion\":\"2.0\"}}\n"
          + "{\"id\":\"b\",\"subject\":{\"id\":\"b\"},\"phenotypicFeatures\":[{\"type\":{\"id\":"
          + "\"HP:1\"},\"excluded\":true}],\"metaData\":{\"phenopacketSchemaVersion\":\"2.0\"}}\n";

  private static final String LABORATORY =
      """
      date,analyte,value,unit
      2024-02-01,Glucose,97,mg/dL
      2024-02-02,HIV Ag/Ab,non reactive,
      2024-02-03,CRP,<0.3,mg/L
      2024-02-04,Culture,>10^5 CFU/mL E. coli,
      2024-02-05,Glucose,"101.5",mg/dL
      """;

  private static final String EUROPEAN =
      """
      date;analyte;value;unit
      01.02.2024;Glukose;5,4;mmol/l
      13.02.2024;Glukose;5,6;mmol/l
      """;

  private static final String WIDE =
      "gene\tS1\tS2\nTP53\t7\t8.5\n1-Mar\t1\t2\nBRCA1\tNA\t0\nEGFR\t1e3\t-\n";

  private static final String VCF =
      """
      ##fileformat=VCFv4.3
      ##contig=<ID=1,length=248956422>
      ##INFO=<ID=DP,Number=1,Type=Integer,Description="d">
      ##FILTER=<ID=q10,Description="q">
      ##FORMAT=<ID=GT,Number=1,Type=String,Description="g">
      ##FORMAT=<ID=DP,Number=1,Type=Integer,Description="d">
      ##FORMAT=<ID=PS,Number=1,Type=Integer,Description="p">
      #CHROM	POS	ID	REF	ALT	QUAL	FILTER	INFO	FORMAT	A	B
      1	100	rs1	A	C,G	50	PASS	DP=10	GT:DP:PS	0|1:20:100	1/2:9:.
      1	200	.	ATG	A	.	q10	.	GT:DP	./.:.	0/1:30
      1	300	.	A	<DEL>	9	PASS	END=500;SVTYPE=DEL	GT	0/1	0/0
      """;

  private static final String GVCF =
      """
      ##fileformat=VCFv4.2
      ##INFO=<ID=END,Number=1,Type=Integer,Description="e">
      ##FORMAT=<ID=GT,Number=1,Type=String,Description="g">
      ##FORMAT=<ID=DP,Number=1,Type=Integer,Description="d">
      ##FORMAT=<ID=GQ,Number=1,Type=Integer,Description="q">
      #CHROM	POS	ID	REF	ALT	QUAL	FILTER	INFO	FORMAT	A
      1	100	.	A	<NON_REF>	.	.	END=199	GT:DP:GQ	0/0:30:99
      1	200	.	A	C,<NON_REF>	50	.	.	GT:DP:GQ	0/1:30:99
      1	201	.	A	<NON_REF>	.	.	END=400	GT:DP:GQ	0/0:3:2
      """;

  private static final String REGIONS = "track x\n#c\n1\t100\t200\tname\nchr2\t5\t9\n";

  private Seeds() {}

  static List<byte[]> packets() {
    return bytes(VERSION_2, VERSION_1, FAMILY, COHORT, LINES);
  }

  static List<byte[]> yaml() {
    return bytes(YAML, "---\n" + YAML + "---\n" + YAML);
  }

  static List<byte[]> longTables() {
    return bytes(LABORATORY, EUROPEAN);
  }

  static List<byte[]> wideTables() {
    return bytes(WIDE);
  }

  static List<byte[]> variants() {
    return bytes(VCF, GVCF);
  }

  static List<byte[]> regions() {
    return bytes(REGIONS);
  }

  private static List<byte[]> bytes(String... texts) {
    return List.of(texts).stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }
}
