import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * Starts one Elasticsearch node from the jars of Maven Central, for tests: `StartNode HOME`.
 *
 * HOME holds `config/elasticsearch.yml` and `modules/`. The node stops when it is asked to (SIGTERM), and when its
 * standard input ends, so that it never outlives the program that started it.
 */
public class StartNode {
    public static void main(String[] arguments) throws Exception {
        Settings home = Settings.builder().put("path.home", arguments[0]).build();
        LogConfigurator.registerErrorListener();
        LogConfigurator.configureWithoutConfig(home);
        var environment = InternalSettingsPreparer.prepareEnvironment(
            home, Map.of(), Path.of(arguments[0], "config"), () -> "test");
        var modules = PluginsLoader.loadModulesBundles(environment.modulesDir(), false);
        var node = new Node(environment, PluginsLoader.createPluginsLoader(modules, Set.of(), Map.of()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                node.prepareForClose();
                node.close();
            } catch (Exception problem) {
                problem.printStackTrace();
            }
        }));
        node.start();
        while (System.in.read() != -1) {
            // Nothing is said to it: only the end matters.
        }
        System.exit(0);
    }
}
