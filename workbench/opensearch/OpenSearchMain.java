import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.codelibs.opensearch.runner.OpenSearchRunner;
import org.opensearch.http.HttpServerTransport;

/**
 * Runs one OpenSearch node for as long as standard input stays open, so that it never outlives the
 * program that started it, however that program ends.
 *
 * <p>Arguments: the node's home, which holds opensearch.yml and config/; {@code keep} or {@code
 * delete}, for what becomes of the home without that line; and the class names of plugins joined by
 * commas, if any. Prints {@code ready <port>} once the node takes requests. If standard input ends
 * with {@code keep} or {@code delete}, that is what becomes of the home.
 */
public final class OpenSearchMain {
  /** Until the node is ready its home is kept, for the log that tells why it never was. */
  private static volatile boolean keepHome = true;

  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    OpenSearchRunner runner = new OpenSearchRunner();
    // Ports come from opensearch.yml; a negative maximum stops the runner's own search for one.
    runner.setMaxHttpPort(-1);
    runner.onBuild(
        (number, settings) -> {
          try {
            settings.loadFromPath(home.resolve("opensearch.yml"));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(runner, home)));

    OpenSearchRunner.Configs configs =
        OpenSearchRunner.newConfigs().basePath(home.toString()).numOfNode(1).disableESLogger();
    if (arguments.length > 2) configs.pluginTypes(arguments[2]);
    runner.build(configs);

    HttpServerTransport http = runner.node().injector().getInstance(HttpServerTransport.class);
    System.out.println("ready " + http.boundAddress().publishAddress().getPort());

    keepHome = arguments[1].equals("keep");
    // Read until the end: the parent process closes the pipe, or the system does when the parent dies.
    String command = new String(System.in.readAllBytes());
    if (!command.isEmpty()) keepHome = command.equals("keep");
    System.exit(0);
  }

  private static void close(OpenSearchRunner runner, Path home) {
    try {
      runner.close();
      if (!keepHome) delete(home);
    } catch (IOException e) {
      System.err.println("The node did not stop cleanly: " + e.getMessage());
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
    }
  }
}
