"""A small exhibit as staff would write it: two panels, one with two pictures, one chart."""

from pathlib import Path

SMALL = """\
exhibit:
  title:
    zh: 小展
    en: Small exhibit
  languages:
    - zh
    - en
  idle:
    ask_after: 30
    leave_after: 20
headings:
  opening:
    zh: 开头
    en: Opening
units:
  percent:
    zh: "%"
    en: "%"
figures:
  safe:
    label:
      zh: 安全感
      en: Feel safe
    value: 98.86
    unit: percent
    source:
      heading: opening
      paragraph: 1
chapters:
  - id: one
    seal: 一
    title:
      zh: 第一章
      en: First
    panels:
      - kind: ring
        title:
          zh: 安全感
          en: Feeling safe
        figure: safe
  - id: two
    title:
      zh: 第二章
      en: Second
    panels:
      - kind: photos
        title:
          zh: 照片
          en: Photographs
        items:
          - photo: photos/a.jpg
            title:
              zh: 湖
              en: Lake
            caption:
              zh: 湖边的早晨
              en: Morning by the lake
          - photo: photos/b.jpg
            title:
              zh: 城
              en: Town
            caption:
              zh: 城里的晚上
              en: Evening in town
"""


def written(folder: Path, text: str = SMALL) -> Path:
    """Write an exhibit into a folder and return its file."""
    file = folder / "content.yaml"
    file.write_text(text, encoding="utf-8")
    return file
