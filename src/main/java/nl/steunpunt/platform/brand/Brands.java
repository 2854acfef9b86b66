package nl.steunpunt.platform.brand;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import nl.steunpunt.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
public class Brands {
  private static final String SETTING = "brand";
  private static final String OUR_NAME = "Steunpunt";

  /** As in tokens.css. */
  private static final Colour OUR_ACCENT = new Colour(0x0b, 0x6e, 0x6e);

  private final Settings settings;
  private final JdbcClient sql;

  Brands(Settings settings, JdbcClient sql) {
    this.settings = settings;
    this.sql = sql;
  }

  public BrandSettings settings() {
    return settings.get(SETTING, BrandSettings.class, BrandSettings.NONE);
  }

  public Brand current() {
    var now = settingsOrOurs();
    return new Brand(
        now.name().isEmpty() ? OUR_NAME : now.name(),
        accent(now).map(Accent::of).map(Accent::onLight).orElse(OUR_ACCENT).hex(),
        now.accent() == null ? null : "/brand.css?v=" + now.accent().substring(1),
        now.logo() == null ? null : "/brand/logo?v=" + now.logo(),
        Boolean.TRUE.equals(now.logoIsWide()));
  }

  /** The page that says that the database is away has a name and colours too. */
  private BrandSettings settingsOrOurs() {
    try {
      return settings();
    } catch (DataAccessResourceFailureException away) {
      return BrandSettings.NONE;
    }
  }

  /**
   * @param accent null for our own
   */
  public void change(String name, @Nullable Colour accent) {
    var now = settings();
    settings.put(
        SETTING,
        new BrandSettings(
            name, accent == null ? null : accent.hex(), now.logo(), now.logoIsWide()));
  }

  @Transactional
  public void changeLogo(byte[] png) {
    sql.sql(
            """
            insert into platform.logo (png) values (:png)
            on conflict (only_one) do update set png = excluded.png
            """)
        .param("png", png)
        .update();
    var now = settings();
    settings.put(
        SETTING, new BrandSettings(now.name(), now.accent(), hash(png), LogoImage.isWide(png)));
  }

  @Transactional
  public void removeLogo() {
    sql.sql("delete from platform.logo").update();
    var now = settings();
    settings.put(SETTING, new BrandSettings(now.name(), now.accent(), null, null));
  }

  public Optional<byte[]> logo() {
    return sql.sql("select png from platform.logo").query(byte[].class).optional();
  }

  /** The few lines of CSS that carry the accent; empty when it is ours. */
  String style() {
    return accent(settings())
        .map(Accent::of)
        .map(accent ->
            """
            :root { --accent: %s; --accent-text: #fff; }
            @media (prefers-color-scheme: dark) { :root { --accent: %s; --accent-text: #0b1214; } }
            """
                .formatted(accent.onLight().hex(), accent.onDark().hex()))
        .orElse("");
  }

  private static Optional<Colour> accent(BrandSettings settings) {
    return Optional.ofNullable(settings.accent()).flatMap(Colour::of);
  }

  private static String hash(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
