package nl.steunpunt;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Steunpunt {

  public static void main(String[] arguments) {
    SpringApplication.run(Steunpunt.class, arguments);
  }
}
