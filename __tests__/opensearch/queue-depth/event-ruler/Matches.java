import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.event.ruler.Machine;

/** Arguments: a file with a pattern, and a file with an event a line. Prints true or false for each. */
public final class Matches {
  public static void main(String[] arguments) throws Exception {
    Machine machine = new Machine();
    machine.addRule("rule", Files.readString(Path.of(arguments[0])));
    for (String event : Files.readAllLines(Path.of(arguments[1]))) {
      System.out.println(!machine.rulesForJSONEvent(event).isEmpty());
    }
  }
}
