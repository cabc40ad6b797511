"""Every kind of panel with its view: the one place that a new kind is added to."""

from kiosk.content.panel import Panel
from kiosk.panels.bars import Bars, BarsView
from kiosk.panels.change import Change, ChangeView
from kiosk.panels.figures import Figures, FiguresView
from kiosk.panels.photos import Photos, PhotosView
from kiosk.panels.pictogram import Pictogram, PictogramView
from kiosk.panels.quotation import Quotation, QuotationView
from kiosk.panels.ranking import Ranking, RankingView
from kiosk.panels.ring import Ring, RingView
from kiosk.panels.share import Share, ShareView
from kiosk.panels.squares import Squares, SquaresView
from kiosk.panels.theme import Theme, ThemeView
from kiosk.panels.timeline import Timeline, TimelineView
from kiosk.panels.view import View

VIEWS: dict[type[Panel], type[View]] = {
    Theme: ThemeView,
    Figures: FiguresView,
    Bars: BarsView,
    Change: ChangeView,
    Share: ShareView,
    Ring: RingView,
    Pictogram: PictogramView,
    Squares: SquaresView,
    Ranking: RankingView,
    Timeline: TimelineView,
    Quotation: QuotationView,
    Photos: PhotosView,
}

KINDS: tuple[type[Panel], ...] = tuple(VIEWS)
"""The vocabulary that content is read with."""
