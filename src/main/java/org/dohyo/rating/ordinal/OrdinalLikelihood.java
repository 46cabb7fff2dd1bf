package org.dohyo.rating.ordinal;

import java.util.Arrays;
import java.util.List;

import org.dohyo.rating.Cholesky;
import org.dohyo.rating.Newton;

/**
 * The negative log-likelihood of all votes in θ and the free thresholds. The share of a level between the thresholds
 * a &lt; b is F(b−d) − F(a−d) = F(b−d)·F(d−a)·(1 − e^(a−b)), F logistic and d = θ_i − θ_j: its negative logarithm is a
 * sum of convex functions of one linear form each, so the whole is convex and nothing cancels.
 */
final class OrdinalLikelihood {

    private static final double GRADIENT_PER_VOTE = 1e-9;
    private static final double LAST_STEP = 1e-6;
    private static final double VIRTUAL_TIE = 0.1;

    private final int models;
    private final Levels levels;
    private final List<Cell> cells;
    private final List<Cell> virtual;
    private final int[] component;

    /**
     * @param component of each model; the strengths of each have the mean 0
     * @param regularised by model: each of its played pairs gets a tenth of a tie, by halves of the outermost levels
     */
    OrdinalLikelihood(Levels levels, List<Cell> cells, int[] component, boolean[] regularised) {
        this.models = component.length;
        this.levels = levels;
        this.cells = cells;
        this.component = component;
        this.virtual = cells.stream().filter(cell -> regularised[cell.first()])
                .map(cell -> new Cell(Math.min(cell.first(), cell.second()), Math.max(cell.first(), cell.second()), 0,
                        VIRTUAL_TIE / 2))
                .distinct().toList();
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private int size() {
        return models + levels.free();
    }

    private Cell mirrored(Cell virtualLoss) {
        return new Cell(virtualLoss.first(), virtualLoss.second(), levels.count() - 1, virtualLoss.votes());
    }

    /** Σ factor·parameter, few of them. */
    private record Form(int[] parameters, double[] factors) {

        double at(double[] values) {
            double sum = 0;
            for (int i = 0; i < parameters.length; i++) {
                sum += factors[i] * values[parameters[i]];
            }
            return sum;
        }

        void add(double factor, double[] gradient) {
            for (int i = 0; i < parameters.length; i++) {
                gradient[parameters[i]] += factor * factors[i];
            }
        }

        void add(double factor, double[][] hessian) {
            for (int i = 0; i < parameters.length; i++) {
                for (int j = 0; j < parameters.length; j++) {
                    hessian[parameters[i]][parameters[j]] += factor * factors[i] * factors[j];
                }
            }
        }
    }

    /** Threshold − d. */
    private Form beyond(int threshold, Cell cell) {
        return threshold == 0 ? new Form(new int[] { cell.first(), cell.second() }, new double[] { -1, 1 })
                : new Form(new int[] { cell.first(), cell.second(), models + Math.abs(threshold) - 1 },
                        new double[] { -1, 1, Math.signum(threshold) });
    }

    private Form width(int level) {
        int lower = levels.lower(level);
        int upper = levels.upper(level);
        int[] free = { models + Math.max(0, Math.abs(lower) - 1), models + Math.max(0, Math.abs(upper) - 1) };
        return new Form(free, new double[] { -Math.signum(lower), Math.signum(upper) });
    }

    /** The likelihood around one point. */
    final class At implements Newton.Point {

        private final double[] parameters;
        private final double[] gradient = new double[size()];
        private final double[][] hessian = new double[size()][size()];
        private double loss;

        At(double[] start) {
            this.parameters = centred(start);
            cells.forEach(this::add);
            virtual.forEach(cell -> {
                add(cell);
                add(mirrored(cell));
            });
        }

        private void add(Cell cell) {
            double votes = cell.votes();
            if (!levels.isHighest(cell.level())) {
                add(beyond(levels.upper(cell.level()), cell), -1, votes);
            }
            if (!levels.isLowest(cell.level())) {
                add(beyond(levels.lower(cell.level()), cell), 1, votes);
            }
            if (!levels.isHighest(cell.level()) && !levels.isLowest(cell.level())) {
                Form form = width(cell.level());
                double width = form.at(parameters);
                double grown = Math.expm1(width);
                loss += width > 0 ? -votes * Math.log(-Math.expm1(-width)) : Double.POSITIVE_INFINITY;
                form.add(-votes / grown, gradient);
                form.add(votes * (grown + 1) / (grown * grown), hessian);
            }
        }

        /** votes·ln(1 + e^(sign·form)). */
        private void add(Form form, int sign, double votes) {
            double x = sign * form.at(parameters);
            double p = sigmoid(x);
            loss += votes * (Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x))));
            form.add(sign * votes * p, gradient);
            form.add(votes * p * sigmoid(-x), hessian);
        }

        @Override
        public double[] parameters() {
            return parameters;
        }

        @Override
        public double loss() {
            return loss;
        }

        @Override
        public double[] step() {
            return gauged().solve(gradient);
        }

        double[] gradient() {
            return gradient;
        }

        double[][] hessian() {
            return hessian;
        }

        /** The Hessian, made definite along the mean of each component, where it is singular. */
        Cholesky gauged() {
            double trace = 0;
            for (int i = 0; i < models; i++) {
                trace += hessian[i][i];
            }
            double shift = trace > 0 ? trace / models / models : 1;
            double[][] definite = new double[hessian.length][];
            for (int i = 0; i < hessian.length; i++) {
                definite[i] = hessian[i].clone();
                for (int j = 0; i < models && j < models; j++) {
                    definite[i][j] += component[i] == component[j] ? shift : 0;
                }
            }
            return new Cholesky(definite);
        }

        /** The derivative of −ln P by all parameters, of one vote. */
        private double[] score(Cell cell) {
            double[] score = new double[size()];
            if (!levels.isHighest(cell.level())) {
                Form form = beyond(levels.upper(cell.level()), cell);
                form.add(-sigmoid(-form.at(parameters)), score);
            }
            if (!levels.isLowest(cell.level())) {
                Form form = beyond(levels.lower(cell.level()), cell);
                form.add(sigmoid(form.at(parameters)), score);
            }
            if (!levels.isHighest(cell.level()) && !levels.isLowest(cell.level())) {
                Form form = width(cell.level());
                form.add(-1 / Math.expm1(form.at(parameters)), score);
            }
            return score;
        }

        /** Σ s·sᵀ over votes, s their scores; a virtual tie has the mean score of its halves. */
        double[][] scoresByVote() {
            double[][] sum = new double[size()][size()];
            cells.forEach(cell -> addOuter(score(cell), cell.votes(), sum));
            addVirtualSpread(sum);
            return sum;
        }

        private void addVirtualSpread(double[][] sum) {
            for (Cell cell : virtual) {
                double[] score = score(cell);
                double[] other = score(mirrored(cell));
                for (int i = 0; i < score.length; i++) {
                    score[i] = (score[i] + other[i]) / 2;
                }
                addOuter(score, VIRTUAL_TIE, sum);
            }
        }

        /** U/(U−1)·Σ S·Sᵀ over annotators, S the sums of their scores, and a U-th of what independent votes give. */
        double[][] scoresByAnnotator(List<List<Cell>> byAnnotator) {
            int annotators = byAnnotator.size();
            double[][] sum = new double[size()][size()];
            for (List<Cell> own : byAnnotator) {
                double[] total = new double[size()];
                for (Cell cell : own) {
                    double[] score = score(cell);
                    addOuter(score, cell.votes() / annotators, sum);
                    for (int i = 0; i < total.length; i++) {
                        total[i] += cell.votes() * score[i];
                    }
                }
                addOuter(total, annotators > 1 ? (double) annotators / (annotators - 1) : 0, sum);
            }
            addVirtualSpread(sum);
            return sum;
        }
    }

    private static void addOuter(double[] score, double factor, double[][] sum) {
        for (int i = 0; i < score.length; i++) {
            for (int j = 0; score[i] != 0 && j < score.length; j++) {
                sum[i][j] += factor * score[i] * score[j];
            }
        }
    }

    private double[] centred(double[] start) {
        double[] sums = new double[models];
        int[] members = new int[models];
        for (int model = 0; model < models; model++) {
            sums[component[model]] += start[model];
            members[component[model]]++;
        }
        double[] centred = start.clone();
        for (int model = 0; model < models; model++) {
            centred[model] -= sums[component[model]] / members[component[model]];
        }
        return centred;
    }

    /** @throws org.dohyo.rating.NotConvergedException if the optimum is not reached */
    At minimise(double[] start) {
        double[] votes = new double[size()];
        for (Cell cell : cells) {
            votes[cell.first()] += cell.votes();
            votes[cell.second()] += cell.votes();
            for (int free = models; free < votes.length; free++) {
                votes[free] += cell.votes();
            }
        }
        return Newton.minimise(new At(start), At::new,
                (at, step) -> Newton.largest(step) < LAST_STEP && flat(at.gradient, votes)).optimum();
    }

    private static boolean flat(double[] gradient, double[] votes) {
        for (int i = 0; i < gradient.length; i++) {
            if (!(Math.abs(gradient[i]) <= GRADIENT_PER_VOTE * votes[i])) {
                return false;
            }
        }
        return true;
    }

    /** Thresholds as between equal models: 2·F(−t) is the share of votes beyond t to either side. */
    double[] start(double[] theta) {
        double[] start = Arrays.copyOf(theta, size());
        double all = cells.stream().mapToDouble(Cell::votes).sum();
        for (int free = 1; free <= levels.free(); free++) {
            int threshold = free;
            double beyond = cells.stream()
                    .filter(cell -> !levels.isLowest(cell.level()) && levels.lower(cell.level()) >= threshold
                            || !levels.isHighest(cell.level()) && -levels.upper(cell.level()) >= threshold)
                    .mapToDouble(Cell::votes).sum();
            double share = (beyond + VIRTUAL_TIE) / (all + 2 * VIRTUAL_TIE);
            start[models + free - 1] = Math.log((2 - share) / share);
        }
        return start;
    }
}
