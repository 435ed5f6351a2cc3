package org.idiome.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `idiome knowledge fetch|import|list|search|show|diff|verify|retire`: sources, releases,
/// snapshots.
@Command(
    name = "knowledge",
    mixinStandardHelpOptions = true,
    header = "Publishers' releases: take, list, show, search, compare.",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Keeps publishers' releases as they were published, and says what they claim. The releases in",
      "force make a snapshot, which every answer names."
    },
    footer = {"", "Example: idiome knowledge list"})
final class KnowledgeCommand {
  private KnowledgeCommand() {}

  /// All of them under one name.
  static CommandLine line(Shell shell) {
    return new CommandLine(new KnowledgeCommand())
        .addSubcommand("fetch", new KnowledgeFetchCommand(shell))
        .addSubcommand("import", new KnowledgeImportCommand(shell))
        .addSubcommand("list", new KnowledgeListCommand(shell))
        .addSubcommand("search", new KnowledgeSearchCommand(shell))
        .addSubcommand("show", new KnowledgeShowCommand(shell))
        .addSubcommand("diff", new KnowledgeDiffCommand(shell))
        .addSubcommand("verify", new KnowledgeVerifyCommand(shell))
        .addSubcommand("retire", new KnowledgeRetireCommand(shell));
  }
}
