package org.verbatim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The driver of the database, which while it is asked to has each query explained in front of running it, with its own
 * parameters: what the database really does for a request, and how much of it.
 */
public class Explaining implements Driver {

    /**
     * What a query does.
     *
     * @param scanned the tables that it walks from end to end
     * @param rows how many rows of tables and indexes it looks at
     */
    public record Plan(String query, List<String> scanned, long rows) {}

    private static final Pattern SCANNED = Pattern.compile("/\\* PUBLIC\\.([A-Z_]+)\\.tableScan");
    private static final Pattern COUNTED = Pattern.compile("/\\* scanCount: ([0-9]+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<Plan> PLANS = new ArrayList<>();
    private static boolean isAsked;

    /** Explains from now on. */
    public static synchronized void begin() {
        PLANS.clear();
        isAsked = true;
    }

    /** What was explained since; nothing is explained any more. */
    public static synchronized List<Plan> end() {
        isAsked = false;
        return List.copyOf(PLANS);
    }

    private static synchronized boolean isAsked() {
        return isAsked;
    }

    private static synchronized void add(Plan plan) {
        PLANS.add(plan);
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        Connection connection = driver(url).connect(url, info);
        return (Connection) Proxy.newProxyInstance(
                Explaining.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    Object result = invoke(connection, method, arguments);
                    return method.getName().equals("prepareStatement")
                            ? statement(connection, (String) arguments[0], (PreparedStatement) result)
                            : result;
                });
    }

    private static Driver driver(String url) throws SQLException {
        try {
            return Class.forName(url.startsWith("jdbc:h2:") ? "org.h2.Driver" : "org.postgresql.Driver")
                    .asSubclass(Driver.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new SQLException(e);
        }
    }

    private static PreparedStatement statement(Connection connection, String sql, PreparedStatement statement) {
        Map<Integer, Parameter> set = new LinkedHashMap<>();
        return (PreparedStatement) Proxy.newProxyInstance(
                Explaining.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (proxy, method, arguments) -> {
                    if (method.getName().startsWith("set")
                            && arguments.length >= 2
                            && arguments[0] instanceof Integer at) {
                        set.put(at, other -> invoke(other, method, arguments));
                    } else if (method.getName().equals("executeQuery") && isAsked()) {
                        explain(connection, sql, set);
                    }
                    return invoke(statement, method, arguments);
                });
    }

    private interface Parameter {
        Object on(PreparedStatement statement) throws Throwable;
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void explain(Connection connection, String sql, Map<Integer, Parameter> parameters)
            throws Throwable {
        boolean isH2 = connection.getMetaData().getDatabaseProductName().equals("H2");
        String explain = isH2 ? "explain analyze " : "explain (analyze, format json) ";
        try (PreparedStatement explaining = connection.prepareStatement(explain + sql)) {
            for (Parameter parameter : parameters.values()) {
                parameter.on(explaining);
            }
            try (ResultSet result = explaining.executeQuery()) {
                StringBuilder told = new StringBuilder();
                while (result.next()) {
                    told.append(result.getString(1)).append('\n');
                }
                add(isH2 ? h2(sql, told.toString()) : postgresql(sql, JSON.readTree(told.toString())));
            }
        }
    }

    private static Plan h2(String sql, String plan) {
        List<String> scanned = new ArrayList<>();
        Matcher table = SCANNED.matcher(plan);
        while (table.find()) {
            scanned.add(table.group(1).toLowerCase(Locale.ROOT));
        }
        long rows = 0;
        Matcher count = COUNTED.matcher(plan);
        while (count.find()) {
            rows += Long.parseLong(count.group(1));
        }
        return new Plan(sql + "\n" + plan, scanned, rows);
    }

    private static Plan postgresql(String sql, JsonNode plan) {
        List<String> scanned = new ArrayList<>();
        long rows = look(plan.at("/0/Plan"), scanned);
        return new Plan(sql + "\n" + plan.toPrettyString(), scanned, rows);
    }

    private static long look(JsonNode node, List<String> scanned) {
        String type = node.at("/Node Type").asText();
        if (type.equals("Seq Scan")) {
            scanned.add(node.at("/Relation Name").asText());
        }
        long rows = type.endsWith("Scan")
                ? (node.at("/Actual Rows").asLong()
                                + node.at("/Rows Removed by Filter").asLong()
                                + node.at("/Rows Removed by Index Recheck").asLong())
                        * node.at("/Actual Loops").asLong()
                : 0;
        for (JsonNode below : node.at("/Plans")) {
            rows += look(below, scanned);
        }
        return rows;
    }

    @Override
    public boolean acceptsURL(String url) {
        return false; // it is named, and never looked for
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(Explaining.class.getName());
    }
}
